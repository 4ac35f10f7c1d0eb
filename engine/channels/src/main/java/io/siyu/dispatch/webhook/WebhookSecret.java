package io.siyu.dispatch.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that house and receiver share, written {@code whsec_} and Base64; it never shows itself. */
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final SecretKeySpec key;

    private WebhookSecret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, HMAC);
    }

    /** Reads a written secret; the error of an unusable one does not repeat it. */
    public static WebhookSecret parse(String written) {
        if (!written.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A webhook secret begins with " + PREFIX + ".");
        }
        byte[] bytes = decoded(written.substring(PREFIX.length()));
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException("A webhook secret holds " + SHORTEST + " to " + LONGEST
                    + " bytes in Base64; this one holds " + bytes.length + ".");
        }
        return new WebhookSecret(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) { // why: the decoder's own words may quote the secret
            throw new IllegalArgumentException("A webhook secret is Base64 after " + PREFIX + ".");
        }
    }

    /** The signature of a body sent under this id at this second since 1970. */
    String sign(String id, long second, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update((id + "." + second + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC + ".", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
