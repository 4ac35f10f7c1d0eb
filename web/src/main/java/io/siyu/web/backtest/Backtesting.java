package io.siyu.web.backtest;

import io.siyu.playbook.Playbook;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.web.page.Effort;
import io.siyu.web.publish.Publishing;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Backtests what somebody is writing: the text of a rule file, or one pattern such as {@code OrderPlaced( total >= 200 )}. */
@Component
class Backtesting {
    private static final int LONGEST = 1_000_000;
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\b");
    private static final String ABOVE = "rule \"this\" when\n";
    private static final String BELOW = "\nthen propose.tag(\"this\"); end\n";

    private final RuleCompiler compiler;
    private final Publishing publishing;
    private final LastWeek lastWeek;
    private final Effort effort;

    Backtesting(RuleCompiler compiler, Publishing publishing, LastWeek lastWeek, Effort effort) {
        this.compiler = compiler;
        this.publishing = publishing;
        this.lastWeek = lastWeek;
        this.effort = effort;
    }

    /** @param file the name of the file the text is of, whose ending tells how it is written; empty for DRL or a pattern */
    BacktestTold of(String text, String file) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A backtest is of a rule file of up to " + LONGEST
                    + " characters, or of one pattern.\nMaybe \"OrderPlaced( total >= 200 )\".");
        }
        boolean pattern = file.isEmpty() && !RULE.matcher(text).find();
        Source source = pattern
                ? new Source("pattern.drl", ABOVE + text + BELOW)
                : new Source(file.isEmpty() ? "rules.drl" : file, text, dictionaries());
        Compiled compiled = compiler.compile(
                List.of(source), FactSchemas.of(publishing.edition().catalogue()));
        return BacktestTold.of(
                effort.spend(() -> lastWeek.hits(compiled.book())), compiled.diagnostics(), pattern ? 1 : 0);
    }

    /** Those sentences may be written with. */
    private List<Source> dictionaries() {
        Playbook playbook = publishing.playbook();
        return playbook.paths(path -> path.startsWith("rules/") && path.endsWith(".dsl")).stream()
                .map(path -> new Source(path, playbook.text(path).orElseThrow()))
                .toList();
    }
}
