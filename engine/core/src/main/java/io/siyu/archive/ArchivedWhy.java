package io.siyu.archive;

import io.siyu.archive.Because.Asked;
import io.siyu.archive.Because.Judged;
import io.siyu.archive.RecentPast.Reach;
import io.siyu.decision.Decision;
import io.siyu.decision.Ruling;
import io.siyu.decision.Witness;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.Intent;
import io.siyu.partition.Advance;
import io.siyu.partition.Editions;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides a subject's past again, from the first entry, before a witness. What others of its partition did is left out, so it
 * takes the time of reading, not of deciding, a partition.
 */
public final class ArchivedWhy implements Why {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rebuild.Past past;
    private final Editions editions;
    private final Rebuild.Reader reader;
    private final int partitions;

    /** Of a house of so many partitions. */
    public ArchivedWhy(Rebuild.Past past, Editions editions, Rebuild.Reader reader, int partitions) {
        this.past = past;
        this.editions = editions;
        this.reader = reader;
        this.partitions = partitions;
    }

    @Override
    public List<Because> of(Subject subject, String event) {
        int partition = subject.partitionOf(partitions);
        OnePast one = new OnePast(subject, partition, entries(subject, partition));
        Notes notes = new Notes(editions, partition);
        List<Because> because = new ArrayList<>();
        boolean exact = true;
        try (Advance advance = new Advance(editions, (decision, state, edition) -> "", partitions, notes)) {
            for (int i = 0; i < one.size(); i++) {
                PastEntry past = one.entry(i);
                if (!one.visits(i)) {
                    exact = exact && lines(subject, past).isEmpty();
                    continue;
                }
                Edition edition = notes.begin(one.partition().edition());
                Entry entry = reader.entry(partition, past);
                var commit = advance.decide(entry, one);
                one.apply(commit);
                List<JsonNode> lines = lines(subject, past);
                exact = exact && told(subject, commit.decisions()).equals(told(lines));
                if (concerns(subject, event, entry, lines)) {
                    because.add(notes.because(entry, edition, exact));
                }
            }
        }
        return because;
    }

    @Override
    public List<Entry> past(Subject subject, String event) {
        int partition = subject.partitionOf(partitions);
        List<Entry> told = new ArrayList<>();
        for (PastEntry past : entries(subject, partition)) {
            if (past.kind() == EntryKind.EVENT) {
                Entry entry = reader.entry(partition, past);
                told.add(entry);
                if (entry.event().id().equals(event)) {
                    return told;
                }
            }
        }
        return List.of();
    }

    /** Everything stored that can have changed the subject or what holds for its partition, in order. */
    private List<PastEntry> entries(Subject subject, int partition) {
        String written = OnePast.mark(subject);
        List<String> marks = List.of(written, "\"kind\":\"control\"", "\"kind\":\"scan\"", "\"kind\":\"tick\"");
        List<PastEntry> entries = new ArrayList<>();
        // why: asked before the archive is read, which may be given more meanwhile
        long last = past.archive().end(partition);
        long end = last;
        past.archive().each(partition, marks, entry -> {
            if (entry.position() <= end) {
                entries.add(entry);
            }
        });
        long decided = decided(partition);
        while (last < decided) {
            last = behind(partition, last, marks.get(0), entries);
        }
        return entries;
    }

    private long decided(int partition) {
        return past.recent().reaches().stream()
                .filter(reach -> reach.partition() == partition)
                .mapToLong(Reach::decided)
                .findFirst()
                .orElse(0);
    }

    /** Adds what matters of the next page; the position of its last entry. */
    private long behind(int partition, long last, String written, List<PastEntry> entries) {
        long reached = last;
        for (PastEntry entry : past.behind(partition, last)) {
            if (entry.position() > last) {
                reached = Rebuild.requireNext(partition, reached, entry);
                if (isMarked(entry, written)) {
                    entries.add(entry);
                }
            }
        }
        if (reached == last) {
            throw new IllegalStateException("The past of partition (" + partition + ") lacks the entry (" + (last + 1)
                    + ").\nMaybe a file of the archive is missing; put back the copy you kept.");
        }
        return reached;
    }

    private static boolean isMarked(PastEntry entry, String written) {
        boolean own = switch (entry.kind()) {
            case CONTROL, SCAN, TICK -> true;
            default -> false;
        };
        return own
                || entry.event().contains(written)
                || entry.decisions().stream().anyMatch(line -> line.contains(written));
    }

    private static List<JsonNode> lines(Subject subject, PastEntry past) {
        return past.decisions().stream()
                .map(JSON::readTree)
                .filter(line -> line.path("subject").asString("").equals(subject.written()))
                .toList();
    }

    private static boolean concerns(Subject subject, String event, Entry entry, List<JsonNode> lines) {
        Event own = entry.event();
        return (own.id().equals(event) && own.subject().equals(subject))
                || lines.stream()
                        .anyMatch(line -> line.path("event").asString("").equals(event));
    }

    private static List<String> told(Subject subject, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.subject().equals(subject))
                .map(decision -> decision.intent().proposal() + " "
                        + decision.ruling().verdict().word() + " "
                        + decision.ruling().reason())
                .toList();
    }

    private static List<String> told(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line.path("proposal").asString("") + " "
                        + line.path("verdict").asString("") + " "
                        + line.path("reason").asString(""))
                .toList();
    }

    /** What is seen of one entry. */
    private static final class Notes implements Witness {
        private final Editions editions;
        private final int partition;
        private final List<Judged> judged = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();

        Notes(Editions editions, int partition) {
            this.editions = editions;
            this.partition = partition;
        }

        Edition begin(String edition) {
            facts.clear();
            judged.clear();
            return editions.edition(edition);
        }

        @Override
        public void asked(Fact fact) {
            facts.add(fact);
        }

        @Override
        public void judged(Intent intent, List<Heard> guards, Ruling ruling) {
            judged.add(new Judged(intent, guards, ruling));
        }

        Because because(Entry entry, Edition edition, boolean exact) {
            List<Asked> asked = facts.stream()
                    .map(fact -> new Asked(fact.event(), edition.rules().explain(fact)))
                    .toList();
            return new Because(partition, entry, edition, asked, judged, exact);
        }
    }
}
