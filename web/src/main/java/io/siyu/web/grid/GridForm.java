package io.siyu.web.grid;

import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.Sheet;
import io.siyu.playbook.grid.SheetText;
import io.siyu.web.grid.GridDesk.Beginning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What an author hands in: cells that were pasted, or a file of them.
 *
 * @param of the campaign the author was shown, as a hash
 */
record GridForm(
        @Nullable String cells,
        @Nullable MultipartFile file,
        @Nullable String name,
        @Nullable String start,
        @Nullable String of) {

    /** The sheet; the file is asked first. */
    Optional<Sheet> sheet(Faults faults) {
        if (file == null || file.isEmpty()) {
            return SheetText.read("grid", cells == null ? "" : cells, faults);
        }
        String called = file.getOriginalFilename();
        try {
            return Workbooks.read(called == null || called.isBlank() ? "grid" : called, file.getBytes(), faults);
        } catch (IOException unread) {
            throw new UncheckedIOException("The upload could not be read.", unread);
        }
    }

    Beginning beginning() {
        try {
            boolean none = start == null || start.isBlank();
            return new Beginning(name == null ? "" : name, none ? null : LocalDate.parse(start));
        } catch (DateTimeException none) {
            return new Beginning(name == null ? "" : name, null);
        }
    }

    String shown() {
        return of == null ? "" : of;
    }
}
