package io.siyu.web.publish;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Playbooks that programs send: one archive of the files, as {@link Playbook#toBytes()} makes it. */
@Component
class Archives {
    private static final int MOST_BYTES = 64_000_000;

    private final Publishing publishing;

    Archives(Publishing publishing) {
        this.publishing = publishing;
    }

    /**
     * The playbook in these bytes.
     *
     * @throws IllegalArgumentException when they are no playbook, or one with faults
     */
    Playbook sound(InputStream body) throws IOException {
        byte[] archive = body.readNBytes(MOST_BYTES + 1);
        if (archive.length > MOST_BYTES) {
            throw new IllegalArgumentException("The playbook is larger than " + MOST_BYTES
                    + " bytes.\nMaybe files that decide nothing are among it.");
        }
        Playbook playbook = Playbook.fromBytes(archive);
        Reading reading = publishing.read(playbook);
        if (!reading.isPublishable()) {
            refuse("The playbook has faults.", reading.diagnostics(), "\nMaybe \"siyu check\" before.");
        }
        return playbook;
    }

    static void refuse(String what, List<Diagnostic> diagnostics, String advice) {
        if (!diagnostics.isEmpty()) {
            List<String> lines = diagnostics.stream().map(Diagnostic::toString).toList();
            throw new IllegalArgumentException(what + "\n" + String.join("\n", lines) + advice);
        }
    }
}
