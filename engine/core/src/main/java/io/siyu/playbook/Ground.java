package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.FactSchema;
import io.siyu.rule.Unchanged;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What the files of campaigns and templates are read against; it remembers what it made of those of the last playbook.
 *
 * @param faults of the settings and the catalogue
 */
record Ground(House house, FactSchema facts, List<Diagnostic> faults, Unchanged<Ground.Written, Piece> pieces) {

    /** A file as it was written. */
    record Written(String path, ByteBuffer content) {}

    Ground {
        faults = List.copyOf(faults);
    }
}
