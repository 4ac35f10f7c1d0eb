package io.siyu.playbook.grid;

import io.siyu.campaign.Nearest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands at the head of a column.
 *
 * @param language of a text; empty for a text in no language of its own, and for every other column
 */
record Heading(Column column, String language) implements Comparable<Heading> {

    static final Heading STEP = of(Column.STEP);
    static final Heading DAY = of(Column.DAY);
    static final Heading AT = of(Column.AT);
    static final Heading WINDOW = of(Column.WINDOW);
    static final Heading CHANNEL = of(Column.CHANNEL);
    static final Heading AUDIENCE = of(Column.AUDIENCE);
    static final Heading WHEN = of(Column.WHEN);
    static final Heading KIND = of(Column.KIND);

    private static final Comparator<Heading> ORDER = Comparator.comparing(Heading::column)
            .thenComparing(heading -> List.of("zh", "").contains(heading.language) ? 0 : 1)
            .thenComparing(Heading::language);
    private static final Map<String, String> LANGUAGES =
            Map.of("中文", "zh", "chinese", "zh", "zh cn", "zh", "英文", "en", "英语", "en", "english", "en");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s()\\[\\]{}_:/.*-]+");

    static Heading of(Column column) {
        return new Heading(column, "");
    }

    /** A column of texts in a language. */
    static Heading text(String language) {
        return new Heading(Column.TEXT, language);
    }

    /** The heading a cell says, in any of its words. */
    static Optional<Heading> read(String cell) {
        String said = plain(cell);
        for (Column column : Column.values()) {
            if (column.words().contains(said)) {
                return Optional.of(of(column));
            }
        }
        return textIn(said);
    }

    /** The last line of a message about a heading that is unknown. */
    static String maybe(String cell) {
        List<String> words = Arrays.stream(Column.values())
                .flatMap(column -> column.words().stream())
                .toList();
        List<String> usual = Arrays.stream(Column.values())
                .map(column -> column.word(isChinese(cell) ? "zh" : "en"))
                .toList();
        return Nearest.maybe(plain(cell), words, "one of these was meant: " + String.join(", ", usual) + ".");
    }

    /** The word that stands at the head of an exported column. */
    String word(String inLanguage) {
        return column.word(inLanguage) + (language.isEmpty() ? "" : " " + language);
    }

    boolean isText() {
        return column == Column.TEXT;
    }

    /** A cell's words without what spreadsheets and input methods vary: width, case and space. */
    static String plain(String cell) {
        String narrow = Normalizer.normalize(cell, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return PUNCTUATION.matcher(narrow).replaceAll(" ").strip();
    }

    @Override
    public int compareTo(Heading other) {
        return ORDER.compare(this, other);
    }

    private static Optional<Heading> textIn(String said) {
        Optional<String> alone = language(said);
        if (alone.isPresent()) {
            return alone.map(Heading::text);
        }
        for (String word : Column.TEXT.words()) {
            Matcher around =
                    Pattern.compile("(.*)" + Pattern.quote(word) + "(.*)").matcher(said);
            if (around.matches()) {
                Optional<String> language = language((around.group(1) + " " + around.group(2)).strip());
                if (language.isPresent()) {
                    return language.map(Heading::text);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> language(String word) {
        boolean code =
                word.length() == 2 && Arrays.asList(Locale.getISOLanguages()).contains(word);
        return code ? Optional.of(word) : Optional.ofNullable(LANGUAGES.get(word));
    }

    private static boolean isChinese(String cell) {
        return cell.codePoints().anyMatch(Character::isIdeographic);
    }
}
