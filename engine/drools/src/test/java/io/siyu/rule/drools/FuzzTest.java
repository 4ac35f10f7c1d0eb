package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever stands in a rule file, reading it ends, within bounds, in rules or in what is wrong with it. */
class FuzzTest {

    private static final List<Path> SEEDS = List.of(
            Path.of("src/test/resources/broken"),
            Path.of("src/test/resources/escapes"),
            Path.of("../../rules/src/main/resources/rules"));
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Most bytes that reading one character may allocate, and how many reading anything may. */
    private static final long PER_CHARACTER = 100_000;

    private static final long ANYWAY = 50_000_000;

    private static final int LONGEST = 6_000;

    @Test
    void reads_a_thousand_mutations() throws IOException {
        Mutations mutations = mutations();
        for (int i = 0; i < 1_000; i++) {
            read(mutations.next());
        }
    }

    @Test
    void reads_five_hundred_mutations_of_tables_and_sentences() throws IOException {
        for (String ending : List.of(".csv", ".dslr", ".dsl")) {
            Mutations mutations = mutations(ending);
            for (int i = 0; i < 500; i++) {
                read(new Source("rules/a" + ending, mutations.next(), List.of(Sentences.SHOP)));
            }
        }
    }

    @Test
    @Tag("full")
    void reads_mutations_for_a_minute() throws IOException {
        Mutations mutations = mutations();
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < end) {
            read(mutations.next());
        }
    }

    private static Mutations mutations() throws IOException {
        return mutations(".drl");
    }

    private static Mutations mutations(String ending) throws IOException {
        long seed = Long.getLong("siyu.seed", System.nanoTime());
        System.out.println("siyu.seed=" + seed);
        List<String> texts = new ArrayList<>();
        for (Path directory : SEEDS) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(path -> path.toString().endsWith(ending))
                        .sorted()
                        .toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        texts.removeIf(text -> text.length() > LONGEST);
        Random random = new Random(seed);
        texts.add(new RandomShop(seed).rules(8));
        return new Mutations(texts, random);
    }

    private static void read(String drl) {
        Compiled compiled = read(new Source("rules/a.drl", drl));
        boolean told =
                !compiled.diagnostics().isEmpty() || !compiled.book().rules().isEmpty();
        assertThat(told || saysNothing(drl)).as(drl).isTrue();
    }

    private static Compiled read(Source source) {
        String drl = source.drl();
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        Compiled compiled;
        try {
            compiled = new DroolsRuleCompiler().compile(List.of(source), Shop.SCHEMA);
        } catch (RuntimeException | StackOverflowError broken) { // why: the text that broke it must be seen
            throw new AssertionError("Reading this throws:\n" + drl, broken);
        }
        long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
        assertThat(allocated).as(drl).isLessThan(ANYWAY + PER_CHARACTER * drl.length());
        return compiled;
    }

    private static boolean saysNothing(String drl) {
        String bare = drl.replaceAll("(?s)//[^\n]*|/\\*.*?\\*/", " ");
        return bare.replace("\uFEFF", "").strip().matches("(package[^;\"'(){}]*)?[;\\s]*");
    }

    /** Texts made of others by small changes. */
    private record Mutations(List<String> texts, Random random) {

        private static final List<String> PIECES = List.of(
                "(",
                ")",
                ",",
                ";",
                "\"",
                "'",
                "/*",
                "*/",
                "//",
                "\n",
                "\\",
                "\u0000",
                "𠮷",
                "#",
                "@",
                "$x :",
                "||",
                "&&",
                "!",
                "==",
                "<",
                "in (",
                "matches \"",
                "exists ",
                "not ",
                "exists Coupon( ",
                "rule ",
                "end\n",
                "when ",
                "then ",
                "from ",
                "eval(",
                "null",
                "true",
                "1e9",
                "-",
                "0x",
                "999999999999999999999",
                ".within(\"3d\")",
                "member.",
                "coupon.kind",
                "package a;",
                "import x;",
                "function f() {",
                "$param",
                "$1",
                "\"\"",
                "=cmd",
                "...",
                "RuleTable x\n",
                "[when]",
                "{n}",
                "expander shop.dsl\n",
                "\n- ",
                "\n> ",
                "}",
                "\uFEFF");

        String next() {
            String text = one(texts);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                text = changed(text);
            }
            return text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text;
        }

        private String changed(String text) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(1 + random.nextInt(40)));
            return switch (random.nextInt(6)) {
                case 0 -> text.substring(0, from) + text.substring(to);
                case 1 -> text.substring(0, to) + text.substring(from);
                case 2 -> text.substring(0, from) + one(PIECES) + text.substring(from);
                case 3 -> text.substring(0, from) + one(PIECES).repeat(1 + random.nextInt(60)) + text.substring(from);
                case 4 -> text.substring(0, from) + (char) random.nextInt(0x3000) + text.substring(to);
                default -> spliced(text.substring(0, from));
            };
        }

        private String spliced(String head) {
            String other = one(texts);
            return head + other.substring(random.nextInt(other.length() + 1));
        }

        private <T> T one(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
