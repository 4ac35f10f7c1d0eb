package io.siyu.web.replay;

import io.siyu.web.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The traces that lie in the directory {@code traces} of the server's home. */
@Component
class Traces {

    private final Path directory;

    Traces(ServerSettings settings) {
        this.directory = settings.home().resolve("traces");
    }

    /** One trace file. */
    record TraceFile(String name, long kilobytes) {}

    Path directory() {
        return directory;
    }

    /** All traces, by name. */
    List<TraceFile> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Traces::isTrace).sorted().map(Traces::file).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The traces in " + directory + " could not be listed.", unreadable);
        }
    }

    /** The file with exactly this name; empty when there is none. */
    Optional<Path> find(String name) {
        return all().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> directory.resolve(name));
    }

    private static boolean isTrace(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz"));
    }

    private static TraceFile file(Path path) {
        try {
            return new TraceFile(path.getFileName().toString(), (Files.size(path) + 1023) / 1024);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The trace " + path + " could not be read.", unreadable);
        }
    }
}
