package io.siyu.message;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The marks {@code ⟦name|friend⟧} that stand for personal values until dispatch fills them from the vault. */
public final class Placeholders {

    private static final char OPEN = '⟦';
    private static final char CLOSE = '⟧';
    private static final Pattern BREAK = Pattern.compile("\\p{Cntrl}+|[\\u0085\\u2028\\u2029]");
    private static final Pattern MARK = Pattern.compile("⟦([A-Za-z][A-Za-z0-9_]*)\\|([^⟦⟧]*)⟧");

    private Placeholders() {}

    /** Reads one personal value from the vault; null when the member has none. */
    @FunctionalInterface
    public interface Vault {
        @Nullable
        String value(String field);
    }

    /** Whether a rendered text has any mark. */
    public static boolean in(String rendered) {
        return rendered.indexOf(OPEN) >= 0;
    }

    /** The mark for a personal field and the literal that stands for it when it is absent. */
    static String mark(String field, String otherwise) {
        return OPEN + field + "|" + neutral(otherwise) + CLOSE;
    }

    /** A value that can neither open nor close a mark. */
    static String neutral(String value) {
        return value.indexOf(OPEN) < 0 && value.indexOf(CLOSE) < 0
                ? value
                : value.replace(OPEN, '[').replace(CLOSE, ']');
    }

    /**
     * A rendered text with every mark filled.
     *
     * @param cut shortens a value to what its field may hold, by whole code points
     */
    public static String fill(String rendered, Vault vault, UnaryOperator<String> cut) {
        if (rendered.indexOf(OPEN) < 0) {
            return rendered;
        }
        Matcher mark = MARK.matcher(rendered);
        StringBuilder filled = new StringBuilder(rendered.length());
        while (mark.find()) {
            String value = vault.value(mark.group(1));
            String shown = value == null || value.isBlank() ? mark.group(2) : cut.apply(value);
            // why: a value that is kept elsewhere must not begin a line, nor a field, of its own
            mark.appendReplacement(
                    filled, Matcher.quoteReplacement(BREAK.matcher(shown).replaceAll(" ")));
        }
        return mark.appendTail(filled).toString();
    }

    /** How many characters a text can have once its marks are filled, with values of at most these lengths. */
    static int longest(String rendered, Map<String, Integer> byField) {
        int longest = bare(rendered).length();
        Matcher mark = MARK.matcher(rendered);
        while (mark.find()) {
            longest += Math.max(mark.group(2).length(), byField.getOrDefault(mark.group(1), 0));
        }
        return longest;
    }

    /** What a text says beside its marks. */
    static String bare(String rendered) {
        return rendered.indexOf(OPEN) < 0 ? rendered : MARK.matcher(rendered).replaceAll("");
    }

    /** What a text says behind its last mark. */
    static String end(String rendered) {
        return rendered.substring(rendered.lastIndexOf(CLOSE) + 1);
    }

    /** A rendered text as somebody without access to personal values may see it: each mark shows its default. */
    public static String masked(String rendered) {
        return fill(rendered, field -> null, UnaryOperator.identity());
    }
}
