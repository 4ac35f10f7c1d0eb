package io.siyu.web.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.PlaybookId;
import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.GridDiff;
import io.siyu.playbook.grid.GridExport;
import io.siyu.playbook.grid.GridImport;
import io.siyu.playbook.grid.Sheet;
import io.siyu.playbook.grid.SheetText;
import io.siyu.web.publish.Desk;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Campaigns as grids: what a sheet would make of one, and the draft it becomes when its author takes it over. */
@Component
class GridDesk {

    private static final String CHANNEL = "phone";

    private final Desk desk;

    GridDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * A campaign beside its grid.
     *
     * @param exists whether there is such a campaign, in force or drafted
     * @param sheet its steps; empty when it has no days
     * @param of what the campaign was when it was shown, as a hash
     */
    record Open(String id, boolean exists, Optional<Sheet> sheet, String of) {}

    /**
     * A sheet beside the campaign it would change.
     *
     * @param faults what keeps it from being taken over
     * @param start first day before and after; empty when it stays
     * @param steps what differs, in the words of the reader
     * @param cells the sheet again, for the answer
     */
    record Look(List<Diagnostic> faults, List<String> start, List<GridDiff.Change> steps, GridDiff diff, String cells) {
        Look {
            faults = List.copyOf(faults);
            start = List.copyOf(start);
            steps = List.copyOf(steps);
        }

        /** Whether it may be taken over. */
        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    /**
     * What an author says of a campaign that does not exist yet.
     *
     * @param start day 1; null when the sheet has dates
     */
    record Beginning(String name, @Nullable LocalDate start) {}

    Open open(String id, String language) {
        Optional<String> text = desk.text(path(id));
        Optional<Sheet> sheet = text.flatMap(words -> GridExport.of(path(id), words, language, new Faults()));
        return new Open(id, text.isPresent(), sheet, hash(text));
    }

    /** The steps as a sheet; 404 when there are none. */
    Sheet sheet(String id, String language) {
        return open(id, language).sheet().orElseThrow(GridDesk::missing);
    }

    /** What is wrong with a sheet that cannot be read at all. */
    static Look unread(Faults faults) {
        return new Look(faults.sorted(), List.of(), List.of(), new GridDiff(List.of(), List.of(), false), "");
    }

    /** What a sheet would change. */
    Look look(String id, Beginning beginning, Sheet sheet, String language) {
        GridImport read = read(id, beginning, sheet);
        List<Diagnostic> faults = faults(id, read);
        List<GridDiff.Change> steps = read.diff().steps().stream()
                .map(change -> new GridDiff.Change(
                        change.kind(),
                        change.step(),
                        change.day(),
                        change.cells().stream().map(cell -> cell.in(language)).toList()))
                .toList();
        return new Look(faults, read.diff().start(), steps, read.diff(), SheetText.tabs(sheet));
    }

    /** Keeps the campaign as the sheet makes it as a draft; whether it was still what its author was shown. */
    boolean take(String id, Beginning beginning, Sheet sheet, Taking taking) {
        if (!hash(desk.text(path(id))).equals(taking.of())) {
            return false;
        }
        GridImport read = read(id, beginning, sheet);
        if (!faults(id, read).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        desk.save(path(id), read.text(), taking.by());
        return true;
    }

    /** What is wrong with the sheet or, if nothing is, with the campaign it makes. */
    private List<Diagnostic> faults(String id, GridImport read) {
        if (!read.faults().isEmpty()) {
            return read.faults();
        }
        return desk.judge(path(id), read.text()).reading().diagnostics().stream()
                .filter(fault -> fault.file().equals(path(id)))
                .map(read::told)
                .toList();
    }

    /**
     * An author's word that a sheet is to be taken over.
     *
     * @param of the campaign the author was shown, as a hash
     */
    record Taking(String of, String by) {}

    private GridImport read(String id, Beginning beginning, Sheet sheet) {
        Optional<String> text = desk.text(path(id));
        return text.isPresent()
                ? GridImport.into(path(id), text.get(), sheet)
                : GridImport.begin(
                        new GridImport.Beginning(path(id), id, beginning.name(), beginning.start(), CHANNEL), sheet);
    }

    private static String hash(Optional<String> text) {
        return DigestUtils.sha256Hex(text.orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private static String path(String id) {
        if (!PlaybookId.isOne(id)) {
            throw missing();
        }
        return "campaigns/" + id + ".yaml";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
