package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.MadeDrl.Origin;
import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of DRL with gaps, into which values go and nothing else: what fills a gap can neither end it nor add to it. */
public final class Template {

    private static final Set<String> FRAME = Set.of("when", "then", "end");

    private final String text;
    private final Origin origin;
    private final List<Gap> gaps;
    private final boolean pattern;

    /** @param quoted whether it stands inside a text in double quotes */
    private record Gap(String name, int start, int end, boolean quoted) {}

    /** How a value is used. */
    private record Use(String name, boolean quoted) {}

    /** A value an author gave, and where it stands. */
    public record Given(String text, Origin origin) {

        /** The place of its first character. */
        public Place place() {
            return origin.of(0);
        }
    }

    private Template(String text, Origin origin, List<Gap> gaps, boolean pattern) {
        this.text = text;
        this.origin = origin;
        this.gaps = List.copyOf(gaps);
        this.pattern = pattern;
    }

    /**
     * A template; nothing if it would reach beyond its own place in the rule, which is a fault.
     *
     * @param gap finds a gap; its first group is the gap's name
     */
    public static Optional<Template> read(String text, Origin origin, Pattern gap, DrlFaults faults) {
        List<Gap> gaps = new ArrayList<>();
        StringBuilder filled = new StringBuilder(text);
        Matcher found = gap.matcher(text);
        while (found.find()) {
            gaps.add(new Gap(found.group(1), found.start(), found.end(), false));
            for (int i = found.start(); i < found.end(); i++) {
                filled.setCharAt(i, 'x');
            }
        }
        int before = faults.size();
        Drl drl = new Drl(filled.toString(), (start, end) -> origin.of(start));
        List<Token> tokens = Scanner.scan(drl, faults);
        if (faults.size() == before) {
            stays(tokens, drl, faults);
        }
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Template(text, origin, quoted(gaps, tokens), isPattern(tokens)));
    }

    /** The gaps, told whether each stands inside a text; gaps and tokens are both in order. */
    private static List<Gap> quoted(List<Gap> gaps, List<Token> tokens) {
        List<Gap> told = new ArrayList<>();
        int at = 0;
        for (Gap gap : gaps) {
            while (tokens.get(at).end() <= gap.start()) {
                at++;
            }
            boolean quoted = tokens.get(at).is(Kind.TEXT) && tokens.get(at).start() < gap.start();
            told.add(new Gap(gap.name(), gap.start(), gap.end(), quoted));
        }
        return told;
    }

    /** Whether the parenthesis that is opened first is closed last. */
    private static boolean isPattern(List<Token> tokens) {
        int open = 0;
        for (int i = 0; i < tokens.size() - 1; i++) {
            open += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (tokens.get(i).is(")") && open == 0) {
                return i == tokens.size() - 2;
            }
        }
        return false;
    }

    /** Refuses what would end the pattern, the rule or the line around the template. */
    private static void stays(List<Token> tokens, Drl drl, DrlFaults faults) {
        int open = 0;
        Token before = tokens.get(tokens.size() - 1);
        int end = 0;
        for (Token token : tokens) {
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean comment = !drl.text().substring(end, token.start()).isBlank();
            boolean frame = token.is(Kind.WORD) && FRAME.contains(token.text()) && !before.is(".");
            before = token;
            end = token.end();
            if (comment || open < 0 || frame) {
                String wrong = comment
                        ? "A comment stands here, which would hide what follows."
                        : "Here " + token.shown() + " would end what is around it.";
                faults.add(
                        token,
                        "template",
                        wrong,
                        "write the one condition or proposal that is meant, and nothing else.");
                return;
            }
        }
        if (open > 0) {
            String wrong = "A parenthesis that is opened here is not closed.";
            faults.add(tokens.get(0), "template", wrong, "\")\" is missing.");
        }
    }

    /** The names of its gaps. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        gaps.forEach(gap -> names.add(gap.name()));
        return names;
    }

    /** Whether it is one pattern, such as {@code OrderPlaced( total > 5 )}, to which conditions may be added. */
    public boolean isPattern() {
        return pattern;
    }

    /** The same template, told at another place. */
    public Template at(Place place) {
        return new Template(text, offset -> place, gaps, pattern);
    }

    /** Appends the template with its gaps filled; a value that is none is one fault however often it is used, and false is told. */
    public boolean fill(Map<String, Given> values, MadeDrl into, DrlFaults faults) {
        boolean sound = true;
        Set<Use> checked = new HashSet<>();
        int from = 0;
        for (Gap gap : gaps) {
            appendWritten(from, gap.start(), into);
            Given given = values.get(gap.name());
            if (given != null) {
                if (checked.add(new Use(gap.name(), gap.quoted()))) {
                    sound &= gap.quoted() ? isText(given, faults) : isValues(given, faults);
                }
                into.value(given.text(), given.origin());
            }
            from = gap.end();
        }
        appendWritten(from, text.length(), into);
        return sound;
    }

    private void appendWritten(int from, int to, MadeDrl into) {
        into.written(text.substring(from, to), offset -> origin.of(from + offset));
    }

    /** Whether what is given can stand inside double quotes. */
    public static boolean isText(Given given, DrlFaults faults) {
        for (int i = 0; i < given.text().length(); i++) {
            char c = given.text().charAt(i);
            if (c == '"' || c == '\\' || Character.isISOControl(c)) {
                String sign = c == '"' ? "a double quote" : c == '\\' ? "a backslash" : "a control character";
                String wrong = "A text cannot hold " + sign + ".";
                faults.add(
                        given.origin().of(i),
                        "no-text",
                        wrong,
                        "leave it out; quotes are set around the text already.");
                return false;
            }
        }
        return true;
    }

    /** Whether what is given is a value, or several with commas between. */
    public static boolean isValues(Given given, DrlFaults faults) {
        List<Token> tokens = Scanner.scan(
                new Drl(given.text(), (start, end) -> given.origin().of(start)), new DrlFaults(""));
        boolean value = true;
        int end = 0;
        for (int i = 0; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            boolean apart = given.text().substring(end, token.start()).isBlank();
            if (value && token.is("-") && tokens.get(i + 1).is(Kind.NUMBER)) {
                token = tokens.get(++i);
            }
            if (!apart || !(value ? isValue(token) : token.is(","))) {
                return refuse(given, faults);
            }
            value = !value;
            end = token.end();
        }
        return (!value && given.text().substring(end).isBlank()) || refuse(given, faults);
    }

    private static boolean isValue(Token token) {
        return token.is(Kind.NUMBER)
                || token.is(Kind.TEXT)
                || token.is("true")
                || token.is("false")
                || token.is("null");
    }

    private static boolean refuse(Given given, DrlFaults faults) {
        String wrong = "This is no value: " + given.text();
        String maybe = "write a number, a text in double quotes, true, false, or several of them with commas between.";
        faults.add(given.place(), "no-value", wrong.endsWith(".") ? wrong : wrong + ".", maybe);
        return false;
    }
}
