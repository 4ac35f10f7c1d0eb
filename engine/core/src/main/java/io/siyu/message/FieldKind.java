package io.siyu.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each field of a WeChat template may hold; {@code thing1} is a field of the kind {@code thing}. */
public enum FieldKind {
    THING(20, "(?s).*", "anything"),
    NUMBER(32, "-?[0-9]+(\\.[0-9]+)?", "digits"),
    LETTER(32, "[A-Za-z]+", "letters"),
    SYMBOL(5, "[\\p{Punct}\\p{IsPunctuation}\\p{S}]+", "signs"),
    CHARACTER_STRING(32, "[\\x21-\\x7E]+", "digits, letters and signs"),
    TIME(0, Forms.DAYTIME + "(~" + Forms.DAYTIME + ")?", "a time such as 15:01"),
    DATE(0, Forms.DAY + "(~" + Forms.DAY + ")?", "a date such as 2019年10月1日"),
    AMOUNT(0, "[¥￥$€£₩]?[0-9]{1,10}(\\.[0-9]+)?元?", "an amount such as ¥12.50"),
    PHONE_NUMBER(17, "[0-9+\\- ]+", "digits"),
    CAR_NUMBER(8, "[\\p{IsHan}A-Z0-9a-z]+", "digits, letters and a first character"),
    NAME(20, "(?s).*", "a name"),
    PHRASE(5, "\\p{IsHan}+", "Chinese characters"),
    CONST(20, "(?s).*", "one of its words"),
    ENUM(20, "(?s).*", "one of its words");

    /** A sign of which a text of any kind may be made; in bytes the widest that is common. */
    static final String WIDE_SIGN = "长";

    private static final int MOST_WIDE = 10;
    private static final Pattern WIDE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]");

    private static final Pattern NUMBER_BEHIND = Pattern.compile("[0-9]{1,3}$");
    private static final Map<String, FieldKind> BY_WORD = new LinkedHashMap<>();

    static {
        for (FieldKind kind : values()) {
            BY_WORD.put(kind.word, kind);
        }
    }

    private final String word = name().toLowerCase(Locale.ROOT);
    private final int characters;
    private final Pattern form;
    private final String words;

    FieldKind(int characters, String form, String words) {
        this.characters = characters;
        this.form = Pattern.compile(form);
        this.words = words;
    }

    /** The word its fields begin with. */
    public String word() {
        return word;
    }

    /** All words. */
    public static List<String> words() {
        return List.copyOf(BY_WORD.keySet());
    }

    /** The kind of a field such as {@code thing1}. */
    public static Optional<FieldKind> of(String field) {
        String word = NUMBER_BEHIND.matcher(field).replaceFirst("");
        return word.equals(field) ? Optional.empty() : Optional.ofNullable(BY_WORD.get(word));
    }

    /** What texts that fill such a field are made of while nobody real is there. */
    String sign() {
        return switch (this) {
            case NUMBER, AMOUNT, PHONE_NUMBER -> "1";
            case LETTER, CHARACTER_STRING -> "A";
            case SYMBOL -> "#";
            case TIME -> "15:01";
            case DATE -> "2026-12-30";
            default -> WIDE_SIGN;
        };
    }

    /** Most UTF-16 units of its texts; 0 where their form alone counts. */
    int most() {
        return characters;
    }

    /** The same of texts with wide signs, of which a name may have half. */
    int mostWide() {
        return this == NAME ? MOST_WIDE : characters;
    }

    /** Whether there is a Chinese character or another wide sign in a text. */
    static boolean isWide(String text) {
        return WIDE.matcher(text).find();
    }

    /** What the vendor would refuse, such as {@code 22 of 20 characters}; null when nothing. */
    @Nullable
    String wrong(String text) {
        if (text.isBlank()) {
            return "nothing is said";
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            return "more than one line";
        }
        int most = isWide(text) ? mostWide() : characters;
        if (most > 0 && text.length() > most) {
            return text.length() + " of " + most + " characters";
        }
        return form.matcher(text).matches() ? null : "only " + words;
    }

    /** How times and days are written. */
    private static final class Forms {
        private static final String CLOCK = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";
        private static final String DAY =
                "([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})( ?" + CLOCK + ")?";
        private static final String DAYTIME = "(" + DAY + "|" + CLOCK + ")";

        private Forms() {}
    }
}
