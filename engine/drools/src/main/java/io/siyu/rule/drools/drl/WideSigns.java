package io.siyu.rule.drools.drl;

/** The signs an input method for Chinese writes where rules have plain ones. */
final class WideSigns {
    private static final String WIDE = "（），；：！＝＞＜｜＆．、。【】";
    private static final String NARROW = "(),;:!=><|&.,.[]";
    private static final String OPENING = "“”‘’＂";

    private WideSigns() {}

    /** The same with plain signs. */
    static String narrow(String signs) {
        StringBuilder narrow = new StringBuilder(signs);
        for (int i = 0; i < signs.length(); i++) {
            int place = WIDE.indexOf(signs.charAt(i));
            if (place >= 0) {
                narrow.setCharAt(i, NARROW.charAt(place));
            }
        }
        return narrow.toString();
    }

    /** Whether a sign begins or ends a text. */
    static boolean opens(int sign) {
        return OPENING.indexOf(sign) >= 0;
    }

    /** Where the text that begins at {@code from} ends before {@code line} does; negative if it does not. */
    static int closing(String drl, int from, int line) {
        for (int i = from + 1; i < line; i++) {
            if (opens(drl.charAt(i)) || drl.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    /** Whether a token is not what is written, as a sign stood in it or before it that was told. */
    static boolean stoodIn(String drl, Token token) {
        return !drl.startsWith(token.text(), token.start()) || (token.start() > 0 && isAmount(drl, token.start() - 1));
    }

    /** Whether here stands the sign of a currency with a number behind it. */
    static boolean isAmount(String drl, int at) {
        boolean sign = drl.charAt(at) == '￥' || drl.charAt(at) == '¥';
        return sign && at + 1 < drl.length() && Character.isDigit(drl.charAt(at + 1));
    }
}
