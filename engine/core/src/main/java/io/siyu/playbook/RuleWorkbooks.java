package io.siyu.playbook;

import java.util.List;
import java.util.Optional;

/** Reads the workbooks of a spreadsheet in which people keep decision tables; bounded, whatever the bytes are. */
@FunctionalInterface
public interface RuleWorkbooks {

    /** The cells of the first sheet as texts, row by row; nothing if it cannot be read, and what is wrong among the faults. */
    Optional<List<List<String>>> read(String file, byte[] bytes, Faults faults);
}
