package io.siyu.rule.drools;

import io.siyu.rule.RuleCompiler.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of rules in any form as sources; sentences are those of one dictionary. */
final class Sentences {

    static final Source SHOP = new Source("rules/shop.dsl", read(Path.of("src/test/resources/sentences/shop.dsl")));

    private Sentences() {}

    /** A file as a source that is called {@code a}. */
    static Source source(Path file) {
        String name = file.getFileName().toString();
        return new Source("rules/a" + name.substring(name.lastIndexOf('.')), read(file), List.of(SHOP));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
