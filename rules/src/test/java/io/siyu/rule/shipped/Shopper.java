package io.siyu.rule.shipped;

import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.Fact;
import io.siyu.rule.FactSchema;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.Fired;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.RuleSession;
import io.siyu.rule.drools.DroolsRuleCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A member to whom things happen, and what the shipped rules propose at each. */
final class Shopper implements AutoCloseable {

    static final Path RULES = Path.of("src/main/resources/rules");
    static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");
    static final FactSchema SCHEMA = FactSchemas.of(CATALOGUE);
    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private static final Compiled SHIPPED = new DroolsRuleCompiler().compile(sources(), SCHEMA);

    private final RuleSession session = SHIPPED.book().open();
    private State state = State.fresh(Subject.parse("m1"), 1);

    static Compiled shipped() {
        return SHIPPED;
    }

    /** Every shipped rule file. */
    static List<Source> sources() {
        List<Source> dictionaries = dictionaries();
        return Stream.of(files(".csv", List.of()), files(".drl", List.of()), files(".dslr", dictionaries))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Source::file))
                .toList();
    }

    /** The shipped dictionaries. */
    static List<Source> dictionaries() {
        return files(".dsl", List.of());
    }

    private static List<Source> files(String ending, List<Source> dictionaries) {
        try (Stream<Path> files = Files.list(RULES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(file -> source(file, dictionaries))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Source source(Path file, List<Source> dictionaries) {
        try {
            return new Source("rules/" + file.getFileName(), Files.readString(file), dictionaries);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is proposed when an event happens so many days after the start, as {@code verb target}. */
    List<String> proposes(String type, int day, Object... data) {
        return fire(fact(type, day, data)).proposals().stream()
                .map(proposal -> proposal.action().word() + " " + proposal.target())
                .toList();
    }

    /** The fact an event makes; the member's state goes on. */
    Fact fact(String type, int day, Object... data) {
        Instant at = START.plus(day, ChronoUnit.DAYS);
        HouseEvent told = HouseEvent.of(CATALOGUE.require(type), type + day);
        for (int i = 0; i < data.length; i += 2) {
            told.with((String) data[i], data[i + 1]);
        }
        Event event = told.about(state.subject(), at);
        state = state.after(event, at);
        return new Fact(event, state, at, null, Map.of());
    }

    Fired fire(Fact fact) {
        return session.fire(fact);
    }

    @Override
    public void close() {
        session.close();
    }
}
