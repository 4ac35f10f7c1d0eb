package io.siyu.playbook;

/** Characters that nobody sees and that no text needs: they steer terminals, or show a text in another order than it has. */
public final class Unseen {
    private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private Unseen() {}

    /** Whether a character steers, other than ends of lines and tabs. */
    public static boolean is(int character) {
        boolean control = Character.isISOControl(character) && "\n\r\t\u0085".indexOf(character) < 0;
        return control || character == '\uFEFF' || TURNING.indexOf(character) >= 0;
    }
}
