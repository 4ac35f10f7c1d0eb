package io.siyu.web.rules;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.ScenarioReader;
import io.siyu.rule.Edition;
import io.siyu.rule.Unchanged;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps scenarios of a playbook from being read; files that did not change since the last look are not read again. Safe for many threads. */
final class UnreadScenarios {

    private final Unchanged<Written, List<Diagnostic>> read = new Unchanged<>();

    /** All that the faults of one file depend on. */
    private record Written(
            String path, ByteBuffer text, Optional<ByteBuffer> settings, Optional<ByteBuffer> catalogue) {}

    /** The faults of all files of scenarios, by file and place. */
    List<Diagnostic> in(Playbook playbook, Edition edition) {
        Optional<ByteBuffer> settings = playbook.file("settings.yaml").map(ByteBuffer::wrap);
        Optional<ByteBuffer> catalogue = playbook.file("catalogue.yaml").map(ByteBuffer::wrap);
        List<Diagnostic> all = new ArrayList<>();
        try (Unchanged<Written, List<Diagnostic>>.Round round = read.begin()) {
            for (String path : playbook.scenarios()) {
                ByteBuffer text = ByteBuffer.wrap(playbook.file(path).orElseThrow());
                all.addAll(round.of(new Written(path, text, settings, catalogue), file -> faults(file, edition)));
            }
        }
        return all;
    }

    private static List<Diagnostic> faults(Written file, Edition edition) {
        Faults faults = new Faults();
        ScenarioReader.read(file.path(), file.text().array(), edition, faults);
        return faults.sorted();
    }
}
