package io.siyu.message;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text as it may stand in the address of a page. */
final class UrlText {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UrlText() {}

    /** Everything but letters, digits and {@code -_.~} as the hexadecimal numbers of its bytes. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf((char) one) >= 0) {
                encoded.append((char) one);
            } else {
                encoded.append('%').append(HEX.toHexDigits(one));
            }
        }
        return encoded.toString();
    }
}
