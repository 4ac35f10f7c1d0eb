package io.siyu.message;

import io.siyu.campaign.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of each kind of channel may hold, as its vendor counts it.
 *
 * <p>Characters are UTF-16 units, so that a sign outside the basic plane counts as two: what passes here passes a vendor who
 * counts either way.
 */
public enum ChannelKind {
    /** The phone of the demo. */
    PHONE(5_000, 0, false),
    /** A JSON POST to a system of the retailer. */
    WEBHOOK(10_000, 0, false),
    /** Short messages; 500 characters with the signature, which the vendor adds. */
    SMS(486, 0, false),
    /** WeCom messages to customers and customer groups. */
    WECOM_CUSTOMER(0, 4_000, false),
    /** WeCom messages to staff. */
    WECOM_APP(0, 2_048, false),
    /** WeCom group robots. */
    WECOM_ROBOT(0, 2_048, false),
    /** Template messages of a WeChat official account. */
    OFFICIAL_ACCOUNT(0, 0, true),
    /** Subscription messages of a WeChat mini program. */
    MINI_PROGRAM(0, 0, true);

    /** Most bytes of one UTF-16 unit in UTF-8. */
    private static final int BYTES = 3;

    private static final Pattern OPT_OUT =
            Pattern.compile("(?s).*(拒收请回复|退订|回复?\\s*(R|TD|T)|[Rr]eply\\s+(STOP|R|TD)).{0,4}");

    private static final Map<String, ChannelKind> BY_WORD = new LinkedHashMap<>();

    static {
        for (ChannelKind kind : values()) {
            BY_WORD.put(kind.word, kind);
        }
    }

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int characters;
    private final int bytes;
    private final boolean fields;

    ChannelKind(int characters, int bytes, boolean fields) {
        this.characters = characters;
        this.bytes = bytes;
        this.fields = fields;
    }

    /** The word of {@code settings.yaml}, such as {@code wecom-customer}. */
    public String word() {
        return word;
    }

    /** All words. */
    public static List<String> words() {
        return List.copyOf(BY_WORD.keySet());
    }

    /** The kind of this word. */
    public static Optional<ChannelKind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** Whether its messages are the fields of a vendor's template. */
    public boolean hasFields() {
        return fields;
    }

    /**
     * The first thing the vendor would refuse.
     *
     * @param written what is written, by field; {@code ""} is the name of the one text
     */
    public Optional<Breach> breach(Map<String, String> written, Purpose purpose) {
        for (Map.Entry<String, String> one : written.entrySet()) {
            String wrong = fields
                    ? FieldKind.of(one.getKey())
                            .map(kind -> kind.wrong(one.getValue()))
                            .orElse(null)
                    : wrong(one.getValue(), purpose);
            if (wrong != null) {
                return Optional.of(new Breach(one.getKey(), wrong));
            }
        }
        return Optional.empty();
    }

    /** Whether the vendor takes what comes of a text of at most so many characters, as far as can be told before it is written. */
    boolean takes(Extent text, int most, Purpose purpose) {
        return !fields
                && text.speaks()
                && (characters == 0 || most <= characters)
                && (bytes == 0 || most <= bytes / BYTES)
                && (!needsWayOut(purpose) || text.ends(OPT_OUT));
    }

    private boolean needsWayOut(Purpose purpose) {
        return this == SMS && purpose == Purpose.MARKETING;
    }

    /**
     * What a vendor would refuse.
     *
     * @param field empty for the one text
     * @param wrong the limit and what there is, such as {@code 22 of 20 characters}
     */
    public record Breach(String field, String wrong) {

        /** Both as one phrase. */
        public String words() {
            return field.isEmpty() ? wrong : field + ": " + wrong;
        }
    }

    /**
     * How much a text may hold; empty where the vendor counts nothing.
     *
     * @param field of a vendor's template; empty for the one text
     */
    public Optional<Limit> limit(String field) {
        if (fields) {
            return FieldKind.of(field)
                    .filter(kind -> kind.most() > 0)
                    .map(kind -> new Limit(kind.most(), kind.mostWide(), false));
        }
        int most = characters > 0 ? characters : bytes;
        return Optional.of(new Limit(most, most, characters == 0));
    }

    /**
     * The most a text may hold, in bytes of UTF-8 or in UTF-16 units.
     *
     * @param most of one without wide signs
     * @param wide of one with Chinese characters or other wide signs
     */
    public record Limit(int most, int wide, boolean bytes) {

        /** The most that may be of a text with the signs of this one. */
        public int most(String text) {
            return FieldKind.isWide(text) ? wide : most;
        }

        /** How much a text holds, counted the same way. */
        public int count(String text) {
            return bytes ? text.getBytes(StandardCharsets.UTF_8).length : text.length();
        }
    }

    private @Nullable String wrong(String text, Purpose purpose) {
        if (text.isBlank()) {
            return "nothing is said";
        }
        if (characters > 0 && text.length() > characters) {
            return text.length() + " of " + characters + " characters";
        }
        int size = bytes == 0 ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        if (size > bytes) {
            return size + " of " + bytes + " bytes";
        }
        return needsWayOut(purpose) && !OPT_OUT.matcher(text.strip()).matches() ? "no way to opt out at the end" : null;
    }
}
