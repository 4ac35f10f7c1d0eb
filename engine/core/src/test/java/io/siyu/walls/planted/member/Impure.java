package io.siyu.walls.planted.member;

import java.io.FileInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A state that does everything a stage must not do, each in a method of its own. */
public final class Impure {
    private int changing;
    private final double floating = 0.5;

    void change() {
        changing++;
    }

    Instant askMachine() {
        return Instant.now();
    }

    Supplier<Instant> askMachineLater() {
        return Instant::now;
    }

    Instant askClock(Clock clock) {
        return clock.instant();
    }

    String draw() {
        return UUID.randomUUID().toString();
    }

    String lean(int number) {
        return "%d of %s".formatted(number, changing + floating);
    }

    Set<String> salt(List<String> words) {
        return words.stream().collect(Collectors.toSet());
    }

    Set<String> copy(List<String> words) {
        return Set.copyOf(words);
    }

    double half(long number) {
        return number / 2.0;
    }

    int read(String file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            return in.read();
        }
    }
}
