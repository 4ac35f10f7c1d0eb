package io.siyu.partition.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base64;

/** The key that wraps every member's key; lies in a file outside Redis. What is sealed is nonce and AES-GCM text, in Base64. */
public final class HouseKey {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private HouseKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The key in this file; a new one is made if there is no such file yet. */
    public static HouseKey in(Path file) {
        try {
            create(file);
            byte[] key = Base64.decodeBase64(Files.readString(file).strip());
            if (key.length != KEY) {
                throw new IllegalArgumentException("The file (" + file.getFileName()
                        + ") does not hold a house key.\nMaybe it was cut short; put back the copy you kept.");
            }
            return new HouseKey(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new", ownerOnly);
        Files.writeString(fresh, Base64.encodeBase64String(random(KEY)) + "\n", StandardOpenOption.SYNC);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException other) {
            // why: another start was first; its key counts.
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    /** A new key for one member, wrapped. */
    String newKey() {
        return seal(key, random(KEY));
    }

    /** The member's key in a wrapped one. */
    SecretKey unwrap(String wrapped) {
        return new SecretKeySpec(open(key, wrapped), "AES");
    }

    static String seal(SecretKey key, byte[] clear) {
        byte[] nonce = random(NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, clear);
        return Base64.encodeBase64String(ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array());
    }

    static byte[] open(SecretKey key, String sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.decodeBase64(sealed));
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, text);
    }

    private static byte[] cipher(int mode, SecretKey key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A vault cannot be opened.\nMaybe the house key is not the one it was closed with.", e);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
