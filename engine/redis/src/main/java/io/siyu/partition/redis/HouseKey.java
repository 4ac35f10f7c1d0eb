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

/** The key that wraps every member's key; lies in a file outside Redis. What is sealed is nonce and AES-GCM text. */
public final class HouseKey {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    // why: no Base64 text begins with it.
    private static final byte PLAIN = 1;
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
        return Base64.encodeBase64String(sealed(key, random(KEY)).array());
    }

    /** The member's key in a wrapped one. */
    SecretKey unwrap(String wrapped) {
        return new SecretKeySpec(opened(key, ByteBuffer.wrap(Base64.decodeBase64(wrapped))), "AES");
    }

    /** A value under this key. */
    static byte[] seal(SecretKey key, byte[] clear) {
        ByteBuffer sealed = sealed(key, clear);
        return ByteBuffer.allocate(1 + sealed.capacity()).put(PLAIN).put(sealed).array();
    }

    /** The value in a sealed one; an earlier version sealed them in Base64. */
    static byte[] open(SecretKey key, byte[] sealed) {
        boolean plain = sealed.length > 0 && sealed[0] == PLAIN;
        return opened(
                key,
                plain ? ByteBuffer.wrap(sealed, 1, sealed.length - 1) : ByteBuffer.wrap(Base64.decodeBase64(sealed)));
    }

    private static ByteBuffer sealed(SecretKey key, byte[] clear) {
        byte[] nonce = random(NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, clear);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).flip();
    }

    private static byte[] opened(SecretKey key, ByteBuffer sealed) {
        byte[] nonce = new byte[NONCE];
        sealed.get(nonce);
        byte[] text = new byte[sealed.remaining()];
        sealed.get(text);
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
