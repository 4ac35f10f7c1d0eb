package io.siyu.message;

import io.siyu.campaign.Pairs;
import io.siyu.campaign.Pairs.Product;
import io.siyu.campaign.Settings;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.member.MemberProfile;
import io.siyu.message.Printable.From;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody made up, for whom every text is written before it is published. */
enum Sample {
    /** Everything is known. */
    USUAL("a member of whom all is known"),
    /** Only what is sure to be there, and as little as it can be. */
    LEAST("a member of whom nothing is known"),
    /** Every text as long as the catalogue lets it be. */
    LONGEST("the longest values the catalogue allows");

    private static final int ITEMS = 20;
    private static final int SKU = 128;
    private static final int NAME = 200;
    private static final int LINK = 400;

    private final String words;

    Sample(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /**
     * The values of the trigger, as an enrolment would keep them.
     *
     * @param sign what texts are made of
     */
    Map<String, String> about(Scope scope, Settings settings, String sign) {
        Map<String, String> about = new TreeMap<>();
        for (String name : scope.names()) {
            Printable printable = scope.find(name).orElseThrow();
            if (printable.from() == From.TRIGGER && has(printable.always())) {
                about.put(printable.key(), text(printable, settings, sign));
            }
        }
        return about;
    }

    /** The member's own values; personal ones are none of them. */
    MemberProfile member(Scope scope, MemberProfile nobody, String sign) {
        Map<String, Object> attributes = new TreeMap<>();
        for (String name : scope.names()) {
            Printable printable = scope.find(name).orElseThrow();
            if (printable.from() == From.MEMBER && printable.type() == FieldType.TEXT && this != LEAST) {
                attributes.put(printable.key(), text(printable.longest(), sign));
            }
        }
        MemberProfile known = nobody.with(attributes);
        return this == LEAST ? known : known.tagged(text(ITEMS, sign));
    }

    /** The product to show: none where nothing is known. */
    Pairs pairs(String sign, Settings settings) {
        String link = "https://www.example.com/" + (this == LONGEST ? "p".repeat(LINK) : "p");
        Product product = new Product(text(SKU, sign), text(NAME, sign), money(settings), link);
        return this == LEAST ? Pairs.NONE : new Pairs(Map.of(), product);
    }

    /** A value of this field: its name in angle quotes where that is a text. */
    String text(String name, FieldType type, Settings settings) {
        return switch (type) {
            case TEXT -> "‹" + name + "›";
            case TEXTS, ITEMS -> "[]";
            default -> plain(type, settings);
        };
    }

    private boolean has(boolean always) {
        return always || this != LEAST;
    }

    private String text(Printable printable, Settings settings, String sign) {
        return switch (printable.type()) {
            case ITEMS -> items(printable.items(), settings, sign);
            case TEXTS -> list("\"" + text(printable.longest(), sign) + "\"");
            case TEXT -> text(printable.longest(), sign);
            default -> plain(printable.type(), settings);
        };
    }

    private String items(List<Field> fields, Settings settings, String sign) {
        List<String> written = new ArrayList<>();
        for (Field field : fields) {
            if (!field.personal() && has(field.required())) {
                boolean words = Kind.of(field.type()) == Kind.TEXT;
                String value = words ? text(field.longest(), sign) : plain(field.type(), settings);
                boolean bare = Kind.of(field.type()) == Kind.NUMBER;
                written.add("\"" + field.name() + "\":" + (bare ? value : "\"" + value + "\""));
            }
        }
        return list("{" + String.join(",", written) + "}");
    }

    private String list(String element) {
        int size = this == LONGEST ? ITEMS : this == LEAST ? 0 : 1;
        return Stream.generate(() -> element).limit(size).collect(Collectors.joining(",", "[", "]"));
    }

    private String plain(FieldType type, Settings settings) {
        boolean much = this == LONGEST;
        return switch (type) {
            case MONEY -> money(settings);
            case INTEGER -> much ? "999999999" : this == LEAST ? "0" : "7";
            case DECIMAL -> much ? "999999.999" : this == LEAST ? "0" : "1.5";
            case BOOLEAN -> "true";
            case DATE -> "2026-12-30";
            case INSTANT -> "2026-12-30 20:05";
            default -> "";
        };
    }

    private String money(Settings settings) {
        int digits = Currency.getInstance(settings.currency()).getDefaultFractionDigits();
        long minor = this == LONGEST ? 999_999_999L : this == LEAST ? 0 : 12_850;
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }

    private String text(int longest, String sign) {
        int most = this == LONGEST ? longest : Math.min(2, longest);
        return sign.length() > 1 ? sign : sign.repeat(most);
    }
}
