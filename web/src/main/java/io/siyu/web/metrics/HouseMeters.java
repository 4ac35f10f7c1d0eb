package io.siyu.web.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.siyu.decision.Decision;
import io.siyu.decision.Ruling;
import io.siyu.dispatch.Delivery.Fault;
import io.siyu.dispatch.Outcome;
import io.siyu.event.EntryKind;
import io.siyu.house.Observer;
import io.siyu.partition.Admission;
import io.siyu.partition.Commit;
import io.siyu.partition.Flush;
import io.siyu.partition.PartitionStates.Answer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what the engine does, as it happens. */
@Component
class HouseMeters implements Observer {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final PromiseAlarm alarm;
    private final RuleFaults faulty;
    private final Timer appending;
    private final Timer deciding;
    private final Timer committing;
    private final DistributionSummary commitSize;
    private final Counter refusedCommits;
    private final Counter dead;
    private final Counter ruleFaults;
    private final Counter letters;
    private final Map<EntryKind, Counter> entries = new EnumMap<>(EntryKind.class);
    private final Map<Ruling, Counter> verdicts = new ConcurrentHashMap<>();

    HouseMeters(MeterRegistry registry, PromiseAlarm alarm, RuleFaults faulty) {
        this.registry = registry;
        this.faulty = faulty;
        this.alarm = alarm;
        this.appending = timer("siyu.ingest.append", "A batch of events became durable");
        this.deciding = timer("siyu.decide.batch", "A batch of entries was decided");
        this.committing = timer("siyu.commit.write", "Batches of entries were written");
        this.commitSize = DistributionSummary.builder("siyu.commit.size")
                .baseUnit("entries")
                .description("Entries of one batch that was written")
                .register(registry);
        this.refusedCommits = counter("siyu.commit.refused", "Batches another owner kept from being written");
        this.dead = counter("siyu.decide.dead", "Entries that could not be decided");
        this.ruleFaults = counter("siyu.decide.rule.faults", "Rules that could not be evaluated");
        this.letters = counter("siyu.letters.forwarded", "Letters that reached their partition");
        for (EntryKind kind : EntryKind.values()) {
            entries.put(kind, counter("siyu.decide.entries", "Entries decided and written", "kind", kind.word()));
        }
        for (Admission.Cause cause : Admission.Cause.values()) {
            events("refused", cause.name().toLowerCase(Locale.ROOT), 0);
        }
        events("accepted", "none", 0);
        events("duplicate", "none", 0);
        unfit(0);
        promises("none");
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private void events(String result, String cause, long many) {
        counter("siyu.ingest.events", "Events that asked to enter", "result", result, "cause", cause)
                .increment((double) many);
    }

    @Override
    public void unfit(long many) {
        events("refused", "unfit", many);
    }

    @Override
    public void admitted(List<Admission> admissions, Duration took) {
        appending.record(took);
        long accepted = 0;
        long duplicate = 0;
        Map<Admission.Cause, Long> refused = new EnumMap<>(Admission.Cause.class);
        for (Admission admission : admissions) {
            if (admission instanceof Admission.Refused refusal) {
                refused.merge(refusal.cause(), 1L, Long::sum);
            } else if (admission instanceof Admission.Duplicate) {
                duplicate++;
            } else {
                accepted++;
            }
        }
        events("accepted", "none", accepted);
        events("duplicate", "none", duplicate);
        refused.forEach((cause, many) -> events("refused", cause.name().toLowerCase(Locale.ROOT), many));
    }

    @Override
    public void decided(Duration took) {
        deciding.record(took);
    }

    @Override
    public void committed(List<Flush> flushes, List<Answer> answers, Duration took) {
        committing.record(took);
        for (int i = 0; i < flushes.size(); i++) {
            if (answers.get(i) == Answer.REFUSED) {
                refusedCommits.increment();
            } else {
                commitSize.record(flushes.get(i).commits().size());
                flushes.get(i).commits().forEach(this::written);
            }
        }
    }

    private void written(Commit commit) {
        Counter kind = entries.get(commit.entry().kind());
        if (kind != null) {
            kind.increment();
        }
        if (!commit.dead().isEmpty()) {
            dead.increment();
        }
        ruleFaults.increment(commit.faults().size());
        faulty.written(commit);
        commit.decisions().forEach(this::verdict);
    }

    private void verdict(Decision decision) {
        // why: only what can be a label is part of the key, so that the map stays as small as the list of reasons.
        Ruling ruling = decision.ruling();
        Ruling bare = new Ruling(ruling.verdict(), ruling.reason(), null, "", List.of());
        verdicts.computeIfAbsent(bare, this::verdicts).increment();
        if (PromiseAlarm.isOne(decision)) {
            promises(PromiseAlarm.name(decision)).increment();
            alarm.stopped(decision);
        }
    }

    private Counter promises(String promise) {
        return counter("siyu.promises.broken", "Messages a promise had to stop", "promise", promise);
    }

    private Counter verdicts(Ruling ruling) {
        return counter(
                "siyu.verdicts",
                "Decisions on proposals",
                "verdict",
                ruling.verdict().word(),
                "reason",
                ruling.reason().isEmpty() ? "none" : ruling.reason());
    }

    @Override
    public void forwarded(int many) {
        letters.increment((double) many);
    }

    @Override
    public void ended(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            String result = outcome.result().name().toLowerCase(Locale.ROOT);
            String channel = outcome.claim().message().channel();
            Fault fault = outcome.fault();
            String why = fault == null ? "none" : fault.name().toLowerCase(Locale.ROOT);
            String[] labels = {"channel", channel, "result", result, "class", why};
            counter("siyu.outcomes", "Messages that came to an outcome", labels).increment();
        }
    }
}
