package io.siyu.partition.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** The scripts that change a partition, each atomic; their sources lie beside this class. */
enum Script {
    TAKE(true),
    APPEND(true),
    COMMIT(true),
    TICK(true),
    LETTERS(true),
    CLAIM(true),
    PARK(true),
    FINISH(true),
    CANCEL(true),
    SURVEY(true),
    ARCHIVED(true),
    RECALL(true),
    REQUEUE(true),
    REVIVE(true),
    WAYS(true),
    LEASE(false),
    PROJECT(false),
    CLOCK(false),
    PHONE(false),
    RING(false);

    private final String source;
    private final String sha;

    Script(boolean ofPartition) {
        // why: a full store must still be able to decide and send what it holds; intake watches the memory itself.
        String head = "#!lua flags=allow-oom\n";
        String body = read(name().toLowerCase(Locale.ROOT) + ".lua");
        this.source = ofPartition ? head + read("prelude.lua") + body : head + body;
        MessageDigest sha1 = DigestUtils.getSha1Digest();
        this.sha = Hex.encodeHexString(sha1.digest(source.getBytes(StandardCharsets.UTF_8)));
    }

    String source() {
        return source;
    }

    /** The name Redis knows it by once it is loaded. */
    byte[] sha() {
        return sha.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The script (" + file + ") is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
