package io.siyu.samples.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** How far the demo has been played, in a file of the house's home, so that a second start goes on from there. */
final class DemoDiary {
    private static final String MEMBERS = "members";
    private static final String THROUGH = "through";

    private final Path file;

    DemoDiary(Path home) {
        this.file = home.resolve("demo.properties");
    }

    /**
     * What was played.
     *
     * @param members how many the demo was begun with
     * @param through everything up to this moment of the house's time has entered; empty while members move in
     */
    record Page(int members, Optional<Instant> through) {}

    /** The last page; empty if there was never a demo in this home. */
    Optional<Page> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties page = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            page.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional<Instant> through =
                Optional.ofNullable(page.getProperty(THROUGH)).map(Instant::parse);
        return Optional.of(new Page(Integer.parseInt(page.getProperty(MEMBERS)), through));
    }

    /** Writes the page in place of the last. */
    void write(Page page) {
        Properties written = new Properties();
        written.setProperty(MEMBERS, Integer.toString(page.members()));
        page.through().ifPresent(through -> written.setProperty(THROUGH, through.toString()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                written.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
