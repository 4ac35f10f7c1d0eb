package io.siyu.archive;

import io.siyu.event.EntryKind;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.partition.Commit;
import io.siyu.partition.Holdings;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partition in which only one subject lives, and the entries that visit it. */
final class OnePast implements Holdings {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Subject subject;
    private final List<PastEntry> entries;
    private final Set<Long> scans;
    private final String mark;
    private PartitionState partition;
    private @Nullable State state;

    OnePast(Subject subject, int partition, List<PastEntry> entries) {
        this.subject = subject;
        this.entries = entries;
        this.scans = scans();
        this.mark = mark(subject);
        this.partition = PartitionState.fresh(partition);
    }

    /** What a stored line about the subject holds. */
    static String mark(Subject subject) {
        return "\"subject\":" + JSON.writeValueAsString(subject.written());
    }

    /** For each scan the chunk that holds the subject, if one does: the last that begins before it. */
    private Set<Long> scans() {
        Map<String, PastEntry> chunks = new HashMap<>();
        for (PastEntry entry : entries) {
            if (entry.kind() == EntryKind.SCAN) {
                JsonNode scan = JSON.readTree(entry.event());
                JsonNode data = scan.path("data");
                String after = data.path("after").asString("");
                boolean ofKind = SubjectKind.of(data.path("kind").asString(SubjectKind.MEMBER.word()))
                        .filter(kind -> kind == subject.kind())
                        .isPresent();
                boolean before = after.isEmpty() || new Subject(subject.kind(), after).compareTo(subject) < 0;
                if (ofKind && before) {
                    chunks.put(first(scan.path("id").asString("")), entry);
                }
            }
        }
        Set<Long> positions = new HashSet<>();
        chunks.values().forEach(chunk -> positions.add(chunk.position()));
        return positions;
    }

    private static String first(String id) {
        int plus = id.indexOf('+');
        return plus < 0 ? id : id.substring(0, plus);
    }

    int size() {
        return entries.size();
    }

    PastEntry entry(int index) {
        return entries.get(index);
    }

    /** Whether the entry may change the subject or what holds for its partition. */
    boolean visits(int index) {
        PastEntry entry = entries.get(index);
        return switch (entry.kind()) {
            case SCAN -> state != null && scans.contains(entry.position());
            case TICK -> !due(entry.at(), 1).isEmpty() && firesHere(index);
            default -> true;
        };
    }

    /** A tick fires a few timers and goes on in the next one: the subject's came with the one that decided for it. */
    private boolean firesHere(int index) {
        if (isTold(entries.get(index))) {
            return true;
        }
        String id = id(entries.get(index));
        for (int i = index + 1; i < entries.size(); i++) {
            if (entries.get(i).kind() == EntryKind.TICK) {
                String next = id(entries.get(i));
                if (!next.equals(id + "+")) {
                    return true;
                }
                if (isTold(entries.get(i))) {
                    return false;
                }
                id = next;
            }
        }
        return true;
    }

    private boolean isTold(PastEntry entry) {
        return entry.decisions().stream().anyMatch(line -> line.contains(mark));
    }

    private static String id(PastEntry entry) {
        return JSON.readTree(entry.event()).path("id").asString("");
    }

    void apply(Commit commit) {
        partition = commit.partition();
        State changed = commit.states().get(subject);
        state = changed == null ? state : changed;
    }

    @Override
    public PartitionState partition() {
        return partition;
    }

    @Override
    public @Nullable State state(Subject asked) {
        return asked.equals(subject) ? state : null;
    }

    @Override
    public List<Subject> due(Instant until, int limit) {
        return state != null && state.timers().due(until).isPresent() ? List.of(subject) : List.of();
    }

    @Override
    public List<Subject> subjects(SubjectKind kind, String after, int limit) {
        return state != null && kind == subject.kind() ? List.of(subject) : List.of();
    }
}
