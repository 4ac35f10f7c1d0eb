package io.siyu.web.cli;

import io.siyu.campaign.Nearest;
import io.siyu.trace.csv.CsvSource;
import io.siyu.trace.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The files of a command line, each found to be one source of a mapping by its name. */
final class SourceFiles {

    private final Mapping mapping;
    private final CommandLine command;

    SourceFiles(Mapping mapping, CommandLine command) {
        this.mapping = mapping;
        this.command = command;
    }

    /** The file of each source; a named file that no source knows is wrong use, one in a directory is passed over. */
    Map<String, Path> among(List<Path> given) throws IOException {
        Map<String, Path> found = new LinkedHashMap<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                for (Path inside : inside(path)) {
                    put(found, inside);
                }
            } else if (!Files.isRegularFile(path)) {
                throw wrong("There is no file \"" + path + "\".\nMaybe the path is wrong.");
            } else if (!put(found, path) && !isIgnored(path)) {
                List<String> known =
                        mapping.sources().stream().map(CsvSource::file).toList();
                throw wrong("No source of " + mapping.file() + " reads \"" + path.getFileName() + "\".\n"
                        + Nearest.maybe(name(path), known) + " A file to pass over stands under \"ignore\".");
            }
        }
        return found;
    }

    private boolean put(Map<String, Path> found, Path file) {
        boolean known = false;
        for (CsvSource source : mapping.sources()) {
            if (source.matches(name(file))) {
                Path before = found.putIfAbsent(source.name(), file);
                if (before != null) {
                    throw wrong("Both \"" + before + "\" and \"" + file + "\" are the source \"" + source.name()
                            + "\".\nMaybe name one of them only.");
                }
                known = true;
            }
        }
        return known;
    }

    private boolean isIgnored(Path file) {
        return mapping.ignored().stream()
                .anyMatch(name -> name(file).equals(name) || name(file).equals(name + ".gz"));
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command, message);
    }
}
