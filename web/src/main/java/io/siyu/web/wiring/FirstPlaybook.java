package io.siyu.web.wiring;

import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookDirectory;
import io.siyu.playbook.Reading;
import io.siyu.web.settings.UnusableSettingException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What a house that has published nothing yet begins with. */
record FirstPlaybook(Path directory) {

    private static final int FAULTS = 5;

    /** Publishes it, unless there is an edition already. */
    void publish(HousePublishing house) {
        if (!house.edition().hash().isEmpty()) {
            return;
        }
        Playbook playbook = read();
        Reading reading = house.read(playbook);
        if (!reading.isPublishable()) {
            String faults = reading.diagnostics().stream()
                    .limit(FAULTS)
                    .map(fault -> "\n" + directory + "/" + fault)
                    .collect(Collectors.joining());
            throw new UnusableSettingException(
                    "The playbook to begin with has faults:" + faults,
                    "Maybe \"siyu check " + directory + "\" tells more.");
        }
        house.publish(playbook, "start");
    }

    private Playbook read() {
        try {
            return PlaybookDirectory.read(directory);
        } catch (IllegalArgumentException none) {
            String[] words = String.valueOf(none.getMessage()).split("\n", 2);
            throw new UnusableSettingException(words[0], words[1], none);
        }
    }
}
