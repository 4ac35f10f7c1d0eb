package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.archive.Archive;
import io.siyu.archive.PastEntry;
import io.siyu.event.Entry;
import io.siyu.report.Told;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A partition's past wherever it lies: in the streams, and behind what was trimmed in the archive. */
final class WholePast {
    private static final int PAGE = 2_000;
    private static final int PAGES = 10;
    private static final int BLOCKS = 500;

    private final RedisStore store;
    private final EntryForm form;
    private final RedisPast recent;
    private final @Nullable Archive archive;

    WholePast(RedisStore store, EntryForm form, RedisPast recent, @Nullable Archive archive) {
        this.store = store;
        this.form = form;
        this.recent = recent;
        this.archive = archive;
    }

    /** The entry at this position, or null if nothing holds it any more. */
    @Nullable
    Entry entry(int partition, long position) {
        List<Object> found = range(RedisKeys.log(partition), position + "-0");
        if (!found.isEmpty()) {
            return form.read(partition, (List<?>) found.get(0));
        }
        return past(partition, position).map(past -> form.read(partition, past)).orElse(null);
    }

    /** The decision at {@code <position>-<ordinal>}. */
    Optional<Told> decision(int partition, String place) {
        List<Object> found = range(RedisKeys.decisions(partition), place);
        if (!found.isEmpty()) {
            return Optional.of(DecisionForm.told(partition, place, RedisFeed.line(found.get(0))));
        }
        int dash = place.indexOf('-');
        int ordinal = Integer.parseInt(place.substring(dash + 1));
        return past(partition, Long.parseLong(place.substring(0, dash)))
                .filter(past -> ordinal < past.decisions().size())
                .map(past -> told(partition, past, ordinal));
    }

    private Optional<PastEntry> past(int partition, long position) {
        return archive == null
                ? Optional.empty()
                : archive.around(partition, position).stream()
                        .filter(entry -> entry.position() == position)
                        .findFirst();
    }

    private static Told told(int partition, PastEntry past, int ordinal) {
        byte[] line = past.decisions().get(ordinal).getBytes(StandardCharsets.UTF_8);
        return DecisionForm.told(partition, past.position() + "-" + ordinal, line);
    }

    /** Decisions behind {@code after} in the order made; those the archive holds come before those of the stream. */
    List<Told> decisions(int partition, @Nullable Told after, int limit) {
        String first = after == null ? "-" : "(" + after.position() + "-" + after.ordinal();
        List<Object> page = store.ask(
                redis -> redis.xrange(bytes(RedisKeys.decisions(partition)), bytes(first), bytes("+"), limit));
        // why: asked after the stream, so that nothing was trimmed in between unnoticed.
        long trimmed = recent.trimmed(partition);
        List<Told> archived = archived(partition, after, trimmed, limit);
        return archived.isEmpty()
                ? page.stream().map(element -> streamed(partition, element)).toList()
                : archived;
    }

    private List<Told> archived(int partition, @Nullable Told after, long trimmed, int limit) {
        List<Told> told = new ArrayList<>();
        long position = after == null ? 1 : after.position();
        while (archive != null && position <= trimmed && told.size() < limit) {
            List<PastEntry> block = archive.around(partition, position);
            if (block.isEmpty()) {
                return told;
            }
            for (PastEntry past : block) {
                if (past.position() >= position && past.position() <= trimmed) {
                    fill(told, behind(partition, past, after), limit);
                }
            }
            position = block.get(block.size() - 1).position() + 1;
        }
        return told;
    }

    private static List<Told> behind(int partition, PastEntry past, @Nullable Told after) {
        int first = after != null && after.position() == past.position() ? after.ordinal() + 1 : 0;
        return IntStream.range(first, past.decisions().size())
                .mapToObj(ordinal -> told(partition, past, ordinal))
                .toList();
    }

    private static void fill(List<Told> told, List<Told> more, int limit) {
        told.addAll(more.subList(0, Math.min(more.size(), limit - told.size())));
    }

    /** Decisions about one subject, newest first: those of the stream, then of the archive as far as is quickly read. */
    List<Told> about(int partition, String subject, int limit) {
        List<Told> told = new ArrayList<>();
        String mark = "\"subject\":\"" + subject + "\"";
        String before = "+";
        for (int page = 0; page < PAGES && told.size() < limit; page++) {
            List<Object> read = backwards(partition, before);
            for (Object element : read) {
                if (told.size() < limit && new String(RedisFeed.line(element), StandardCharsets.UTF_8).contains(mark)) {
                    told.add(streamed(partition, element));
                }
            }
            if (read.size() < PAGE) {
                archivedAbout(partition, mark, limit, told);
                break;
            }
            before = "(" + RedisFeed.place(read.get(read.size() - 1));
        }
        return told;
    }

    private List<Object> backwards(int partition, String before) {
        return store.ask(
                redis -> redis.xrevrange(bytes(RedisKeys.decisions(partition)), bytes(before), bytes("-"), PAGE));
    }

    private void archivedAbout(int partition, String mark, int limit, List<Told> told) {
        if (archive == null) {
            return;
        }
        long position = recent.trimmed(partition);
        for (int read = 0; read < BLOCKS && position > 0 && told.size() < limit; read++) {
            List<PastEntry> block = archive.around(partition, position);
            if (block.isEmpty()) {
                return;
            }
            for (int i = block.size() - 1; i >= 0; i--) {
                if (block.get(i).position() <= position) {
                    fill(told, newestFirst(partition, block.get(i), mark), limit);
                }
            }
            position = Math.min(position, block.get(0).position()) - 1;
        }
    }

    private static List<Told> newestFirst(int partition, PastEntry past, String mark) {
        int last = past.decisions().size() - 1;
        return IntStream.rangeClosed(0, last)
                .map(back -> last - back)
                .filter(ordinal -> past.decisions().get(ordinal).contains(mark))
                .mapToObj(ordinal -> told(partition, past, ordinal))
                .toList();
    }

    private static Told streamed(int partition, Object element) {
        return DecisionForm.told(partition, RedisFeed.place(element), RedisFeed.line(element));
    }

    private List<Object> range(String stream, String id) {
        return store.ask(redis -> redis.xrange(bytes(stream), bytes(id), bytes(id)));
    }
}
