package io.siyu.web.publish;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Registers;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.Reading;
import io.siyu.playbook.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Where people write: one file at a time, over the playbook in force, judged as a whole. */
@Component
public class Desk {

    private final Publishing publishing;
    private final Drafts drafts;
    private final Reach reach;
    private final Clock clock;
    private final PressDesk press;
    private final Gate gate;

    Desk(Publishing publishing, Drafts drafts, Reach reach, Clock clock, PressDesk press, Gate gate) {
        this.gate = gate;
        this.press = press;
        this.publishing = publishing;
        this.drafts = drafts;
        this.reach = reach;
        this.clock = clock;
    }

    /** The paths that match, in force or drafted, sorted. */
    public List<String> paths(Predicate<String> wanted) {
        TreeSet<String> paths = new TreeSet<>(publishing.playbook().paths(wanted));
        drafts.all().stream().map(Draft::path).filter(wanted).forEach(paths::add);
        return List.copyOf(paths);
    }

    /** Every file of text of the playbook, in force or drafted, those of scenarios too; sorted. */
    public List<String> files() {
        Playbook playbook = publishing.playbook();
        TreeSet<String> paths = new TreeSet<>(playbook.paths(Desk::isText));
        paths.addAll(playbook.scenarios());
        drafts().forEach(draft -> paths.add(draft.path()));
        return List.copyOf(paths);
    }

    /** The units, stores and lists of the playbook in force. */
    public Registers registers() {
        return publishing.edition().registers();
    }

    /** What people left on the desk, by path. */
    public List<Draft> drafts() {
        return drafts.all();
    }

    /** The playbook in force with every draft that is wanted on top. */
    public Playbook drafted(Predicate<String> wanted) {
        Playbook playbook = publishing.playbook();
        for (Draft draft : drafts.all()) {
            if (wanted.test(draft.path())) {
                playbook = with(playbook, draft.path(), draft.text());
            }
        }
        return playbook;
    }

    /** What a playbook would become. */
    public Reading read(Playbook playbook) {
        return publishing.read(playbook);
    }

    /** A file as it lies on the desk: its draft, else what is in force; empty when there is neither. */
    public Optional<Manuscript> open(String path) {
        Optional<Draft> draft = drafts.find(path);
        return draft.map(Draft::text).or(() -> inForce(path)).map(text -> judge(path, text, draft.isPresent()));
    }

    /** The words of a file as it lies on the desk, unjudged; empty when there are none. */
    public Optional<String> text(String path) {
        return drafts.find(path).map(Draft::text).or(() -> inForce(path));
    }

    private Optional<String> inForce(String path) {
        return isText(path) ? publishing.playbook().text(path) : Optional.empty();
    }

    /** why: a workbook that an editor opened as text would be saved as something else */
    private static boolean isText(String path) {
        return !path.endsWith(".xlsx");
    }

    /** The file with these words instead, judged but not kept. */
    public Manuscript judge(String path, String text) {
        return judge(path, text, true);
    }

    /**
     * Keeps the words as the file's draft; those of a draft that reads the same stay whose they are.
     *
     * @throws LockedDraftException when nobody may write there now
     */
    public void save(String path, String text, String by) {
        Draft before = drafts.find(path).orElse(null);
        if (before == null ? isInForce(path, text) : before.text().equals(text)) {
            return;
        }
        requireOpen(path);
        Draft draft = new Draft(path, text, by, clock.instant());
        drafts.save(draft);
        gate.written(draft, before);
    }

    /** Throws the draft away; what is in force stays. */
    public void discard(String path, String by) {
        requireOpen(path);
        drafts.find(path).ifPresent(draft -> {
            drafts.remove(path);
            gate.discarded(draft, by);
        });
    }

    /** Whether the playbook in force has a file at this path. */
    public boolean isInForce(String path) {
        return publishing.playbook().file(path).isPresent();
    }

    private boolean isInForce(String path, String text) {
        return publishing.playbook().text(path).equals(Optional.of(text));
    }

    private void requireOpen(String path) {
        gate.againstWriting(path).ifPresent(why -> {
            throw new LockedDraftException(why);
        });
    }

    /** A file's draft, if somebody left one. */
    public Optional<Draft> draft(String path) {
        return drafts.find(path);
    }

    /** Why these words may not come into force; empty when they may. */
    public Optional<Diagnostic> against(String path, String text) {
        return isInForce(path, text) ? Optional.empty() : gate.againstPublishing(path, text);
    }

    /** Publishes one file's draft with everything else that is in force; returns what the desk then holds. */
    public Printing publish(String path, String by) {
        Manuscript manuscript = open(path).orElseThrow();
        if (!manuscript.reading().isPublishable()) {
            return new Printing.Faulty(manuscript.reading().diagnostics());
        }
        Optional<Diagnostic> against = against(path, manuscript.text());
        if (against.isPresent()) {
            return new Printing.Faulty(List.of(against.get()));
        }
        Playbook playbook = with(path, manuscript.text());
        List<Diagnostic> broken = press.broken(playbook);
        if (!broken.isEmpty()) {
            return new Printing.Faulty(broken);
        }
        Playbook whole = publishing.carrying(playbook);
        long revision = publishing.publish(whole, by);
        drafts.remove(path);
        gate.published(new Draft(path, manuscript.text(), by, clock.instant()), by, revision);
        return new Printing.Published(whole.hash(), revision, reach.missing(publishing.edition()));
    }

    /** The playbook in force with the file's words; what a manuscript is judged as. */
    public Playbook playbook(Manuscript manuscript) {
        return with(manuscript.path(), manuscript.text());
    }

    /** What the last hours would have come to with the file's words; the manuscript has no faults. */
    public DryRunTold dryRun(Manuscript manuscript, int hours, Locale locale) {
        return press.dryRun(with(manuscript.path(), manuscript.text()), hours, locale);
    }

    /** What became of an attempt to publish. */
    public sealed interface Printing {

        /**
         * It is on its way to every partition.
         *
         * @param missing channels it uses and this server cannot reach
         */
        record Published(String edition, long revision, List<String> missing) implements Printing {
            public Published {
                missing = List.copyOf(missing);
            }
        }

        /** Nothing was changed. */
        record Faulty(List<Diagnostic> diagnostics) implements Printing {
            public Faulty {
                diagnostics = List.copyOf(diagnostics);
            }
        }
    }

    private Manuscript judge(String path, String text, boolean draft) {
        // why: scenarios decide nothing, so those that are not published yet count as told of a rule
        Playbook playbook = with(drafted(Playbook::tells), path, text);
        Reading reading = publishing.read(playbook);
        return new Manuscript(path, text, draft, Playbook.tells(path) ? told(path, text, reading) : reading);
    }

    /** The reading of a playbook with the faults of one of its files of scenarios, which changes no edition. */
    private static Reading told(String path, String text, Reading reading) {
        Faults faults = new Faults();
        reading.draft()
                .ifPresent(
                        edition -> ScenarioReader.read(path, text.getBytes(StandardCharsets.UTF_8), edition, faults));
        List<Diagnostic> all = new ArrayList<>(reading.diagnostics());
        all.addAll(faults.sorted());
        return new Reading(reading.draft(), all, reading.warnings());
    }

    private Playbook with(String path, String text) {
        return with(publishing.playbook(), path, text);
    }

    private static Playbook with(Playbook playbook, String path, String text) {
        return playbook.with(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
