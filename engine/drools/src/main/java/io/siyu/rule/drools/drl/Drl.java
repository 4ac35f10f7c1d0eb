package io.siyu.rule.drools.drl;

/**
 * DRL, and where what stands in it was written.
 *
 * @param text with lines that end in LF
 */
public record Drl(String text, Places places) {

    /** DRL that was written as it stands. */
    public static Drl asWritten(String text) {
        String unix = text.replace("\r\n", "\n");
        return new Drl(unix, Places.asWritten(unix));
    }
}
