package io.siyu.web.backtest;

import io.siyu.playbook.RuleSources;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.web.publish.Publishing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Backtests what somebody is writing: the text of a rule file, or one pattern such as {@code OrderPlaced( total >= 200 )}. */
@Component
public class Backtesting {
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST = 1_000_000;
    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*+rule\\b");
    private static final String ABOVE = "rule \"this\" when\n";
    private static final String BELOW = "\nthen propose.tag(\"this\"); end\n";

    private final RuleCompiler compiler;
    private final Publishing publishing;
    private final LastWeek lastWeek;
    /** why: a backtest takes milliseconds and may not wait for, nor hold up, those that read the past for minutes */
    private final Semaphore places = new Semaphore(AT_ONCE);

    Backtesting(RuleCompiler compiler, Publishing publishing, LastWeek lastWeek) {
        this.compiler = compiler;
        this.publishing = publishing;
        this.lastWeek = lastWeek;
    }

    /**
     * What they would have come to.
     *
     * @param file the name of the file the text is of, whose ending tells how it is written; empty for DRL or a pattern
     * @throws ResponseStatusException 503 while the week is being read or the house answers others
     */
    public BacktestTold of(String text, String file) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A backtest is of a rule file of up to " + LONGEST
                    + " characters, or of one pattern.\nMaybe \"OrderPlaced( total >= 200 )\".");
        }
        lastWeek.await();
        if (!isFree()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The house answers " + AT_ONCE + " backtests already.\nMaybe ask again in a moment.");
        }
        try {
            return told(text, file);
        } finally {
            places.release();
        }
    }

    private boolean isFree() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private BacktestTold told(String text, String file) {
        boolean pattern = file.isEmpty() && !RULE.matcher(text).find();
        Source source = pattern
                ? new Source("pattern.drl", ABOVE + text + BELOW)
                : new Source(
                        path(file.isEmpty() ? "rules.drl" : file),
                        text,
                        RuleSources.dictionaries(publishing.playbook()));
        Edition edition = publishing.edition();
        Compiled compiled = compiler.compile(List.of(source), FactSchemas.of(edition.catalogue(), edition.registers()));
        return BacktestTold.of(lastWeek.hits(compiled.book()), compiled.diagnostics(), pattern ? 1 : 0);
    }

    /** In the playbook: beside a file of sentences its dictionaries are looked for. */
    private static String path(String file) {
        return file.contains("/") ? file : "rules/" + file;
    }
}
