package io.siyu.samples.receiver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The check of a request's signature as a receiver writes it, after Standard Webhooks. */
final class Signatures {
    private static final long TOLERATED_SECONDS = 300;

    private final Clock clock;

    Signatures(Clock clock) {
        this.clock = clock;
    }

    /** Whether one of the secrets signed this body, within five minutes. */
    boolean hold(Map<String, String> headers, byte[] body, List<String> secrets) {
        String id = headers.getOrDefault("webhook-id", "");
        String second = headers.getOrDefault("webhook-timestamp", "");
        if (id.isEmpty() || !second.matches("[0-9]{1,12}")) {
            return false;
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(second)) > TOLERATED_SECONDS) {
            return false;
        }
        String shown = headers.getOrDefault("webhook-signature", "");
        return secrets.stream()
                .map(secret -> expected(secret, id + "." + second + ".", body))
                .anyMatch(expected -> shows(shown, expected));
    }

    private static boolean shows(String shown, String expected) {
        boolean found = false;
        for (String one : shown.split(" ", -1)) {
            found |= MessageDigest.isEqual(
                    one.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    private static String expected(String secret, String head, byte[] body) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }
}
