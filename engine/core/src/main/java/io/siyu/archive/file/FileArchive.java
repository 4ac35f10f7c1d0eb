package io.siyu.archive.file;

import io.siyu.archive.Archive;
import io.siyu.archive.PastEntry;
import io.siyu.archive.file.Segment.Block;
import io.siyu.partition.StoreDownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An archive in one directory: {@code p07/000000000001-000000005000.jsonl.gz} holds those entries of partition 7. A segment
 * is on disk before it gets its name, and is never changed; what is set aside gets the ending {@code .aside}.
 */
public final class FileArchive implements Archive {
    private static final String ASIDE = ".aside";
    private static final int HEADS = 1_000;

    private final Path directory;
    private final Map<Integer, NavigableMap<Long, Segment>> segments = new ConcurrentHashMap<>();
    private final Map<Path, List<Block>> heads = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, List<Block>> eldest) {
            return size() > HEADS;
        }
    });

    /** An archive in this directory, which is made with the first segment. */
    public FileArchive(Path directory) {
        this.directory = directory;
    }

    private Path directory(int partition) {
        return WholeFile.directory(directory, partition);
    }

    /** By their first position. */
    private NavigableMap<Long, Segment> segments(int partition) {
        return segments.computeIfAbsent(partition, this::list);
    }

    private NavigableMap<Long, Segment> list(int partition) {
        NavigableMap<Long, Segment> found = new TreeMap<>();
        if (!Files.isDirectory(directory(partition))) {
            return found;
        }
        try (Stream<Path> files = Files.list(directory(partition))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Segment segment = Segment.of(file);
                if (segment != null) {
                    found.merge(segment.first(), segment, (one, two) -> one.last() > two.last() ? one : two);
                }
            }
            return found;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void put(int partition, long after, List<PastEntry> entries) {
        long first = entries.get(0).position();
        long last = entries.get(entries.size() - 1).position();
        try {
            Files.createDirectories(directory(partition));
            Path file = directory(partition).resolve(Segment.name(first, last));
            WholeFile.write(file, Segment.bytes(partition, entries));
            setAside(partition, after, file);
            WholeFile.name(file);
            heads.remove(file);
            segments.computeIfPresent(partition, (p, known) -> with(known, new Segment(file, first, last)));
        } catch (IOException e) {
            segments.remove(partition);
            throw new StoreDownException(
                    "The archive cannot be written (" + reason(e)
                            + "); the store keeps what is not archived.\nMaybe its disk is full, or Siyu may not write there.",
                    e);
        }
    }

    private static NavigableMap<Long, Segment> with(NavigableMap<Long, Segment> known, Segment segment) {
        // why: readers walk the map they got, so it never changes under them.
        NavigableMap<Long, Segment> more = new TreeMap<>(known.headMap(segment.first(), false));
        more.put(segment.first(), segment);
        return more;
    }

    private void setAside(int partition, long after, Path but) throws IOException {
        for (Segment segment : list(partition).tailMap(after, false).values()) {
            if (!segment.file().equals(but)) {
                setAside(segment);
            }
        }
    }

    private static void setAside(Segment segment) throws IOException {
        Path file = segment.file();
        Files.move(file, file.resolveSibling(file.getFileName() + ASIDE), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public List<PastEntry> around(int partition, long position) {
        NavigableMap<Long, Segment> known = segments(partition);
        var at = known.floorEntry(position);
        if (at == null || at.getValue().last() < position) {
            at = known.higherEntry(position);
        }
        if (at == null) {
            return List.of();
        }
        Segment segment = at.getValue();
        try {
            return segment.around(blocks(segment), Math.max(position, segment.first()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void each(int partition, List<String> marks, Consumer<PastEntry> found) {
        // why: most of the time goes into unpacking, which segments need not wait for each other with
        segments(partition).values().parallelStream()
                .map(segment -> marked(segment, marks))
                .forEachOrdered(entries -> entries.forEach(found));
    }

    private static List<PastEntry> marked(Segment segment, List<String> marks) {
        try {
            return segment.marked(marks);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private List<Block> blocks(Segment segment) throws IOException {
        List<Block> known = heads.get(segment.file());
        if (known == null) {
            known = segment.blocks();
            heads.put(segment.file(), known);
        }
        return known;
    }

    @Override
    public long whole(int partition, long recorded) {
        try {
            sweep(partition);
            long whole = 0;
            for (Segment segment : list(partition).values()) {
                if (segment.first() > whole + 1 || segment.first() > recorded) {
                    break;
                }
                whole = Math.max(whole, segment.last());
            }
            Segment last =
                    whole == 0 ? null : segments(partition).floorEntry(whole).getValue();
            if (last != null && !last.isWhole()) {
                setAside(last);
                segments.remove(partition);
                return Math.min(recorded, last.first() - 1);
            }
            return Math.min(recorded, whole);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void sweep(int partition) throws IOException {
        segments.remove(partition);
        if (Files.isDirectory(directory(partition))) {
            try (Stream<Path> files = Files.list(directory(partition))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (file.toString().endsWith(WholeFile.UNFINISHED)) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    @Override
    public long end(int partition) {
        return segments(partition).values().stream()
                .mapToLong(Segment::last)
                .max()
                .orElse(0);
    }

    private static StoreDownException unreadable(IOException e) {
        return new StoreDownException(
                "The archive cannot be read (" + reason(e)
                        + ").\nMaybe its disk is gone, or a file is damaged; put back the copy you kept.",
                e);
    }

    /** Without the path, which is nobody's business who asks for the house's health. */
    private static String reason(IOException e) {
        if (e instanceof java.nio.file.FileSystemException file) {
            return file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
