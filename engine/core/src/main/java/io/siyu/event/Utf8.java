package io.siyu.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The strict look at raw bytes that the JSON parser does not take. */
final class Utf8 {

    private Utf8() {}

    /** Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing cut off. */
    static boolean isValid(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0) {
                return decodes(bytes, i, offset + length - i);
            }
        }
        return true;
    }

    /** Whether a JSON escape could stand in the bytes. */
    static boolean hasEscape(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** Whether a text, which may come from escapes, can be written as UTF-8 and stored anywhere. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean decodes(byte[] bytes, int offset, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
