package io.siyu.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A playbook as it lies on disk, the form a team keeps in git. */
public final class PlaybookDirectory {

    private PlaybookDirectory() {}

    /** Reads the playbook in a directory. An {@link IllegalArgumentException} tells that it is none. */
    public static Playbook read(Path directory) {
        if (!Files.isRegularFile(directory.resolve(Layout.SETTINGS))) {
            throw new IllegalArgumentException("The directory (" + directory + ") is no playbook: it has no "
                    + Layout.SETTINGS + ".\nMaybe another directory was meant.");
        }
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                String path = path(directory, file);
                if (Layout.decides(path)
                        || Layout.tells(path)
                        || Layout.stray(path).isPresent()) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The playbook (" + directory + ") could not be read.", unreadable);
        }
        return Playbook.of(files);
    }

    private static String path(Path directory, Path file) {
        String separator = file.getFileSystem().getSeparator();
        return directory.relativize(file).toString().replace(separator, "/");
    }
}
