package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.FactSchema;
import io.siyu.rule.Unchanged;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What the files of campaigns and templates are read against; it remembers what it made of those of the last playbook.
 *
 * @param told of the settings, the catalogue, the stores and lists
 */
record Ground(House house, FactSchema facts, Told told, Unchanged<Ground.Written, Piece> pieces) {

    /**
     * A file as it was written.
     *
     * @param beside the saved audiences it may name
     */
    record Written(String path, ByteBuffer content, Audiences beside) {

        /** A file that names no audience. */
        Written(String path, ByteBuffer content) {
            this(path, content, Audiences.NONE);
        }

        /** A file of this playbook that names no audience. */
        static Written of(Playbook playbook, String path) {
            return new Written(path, ByteBuffer.wrap(playbook.file(path).orElseThrow()));
        }

        Written beside(Audiences audiences) {
            return new Written(path, content, audiences);
        }
    }

    /** What is wrong with these files, and what is most likely not meant. */
    record Told(List<Diagnostic> faults, List<Diagnostic> warnings) {
        Told {
            faults = List.copyOf(faults);
            warnings = List.copyOf(warnings);
        }
    }

    List<Diagnostic> faults() {
        return told.faults();
    }
}
