package io.siyu.web.publish;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Reading;
import java.util.List;
import java.util.Optional;

/**
 * A file on the desk, with what the playbook around it would become.
 *
 * @param draft whether it differs from what is in force
 */
public record Manuscript(String path, String text, boolean draft, Reading reading) {

    /** The file's name without folder and ending. */
    public String name() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The campaign the file is, as far as it could be read. */
    public Optional<Campaign> campaign() {
        return reading.draft().stream()
                .flatMap(edition -> edition.campaigns().values().stream())
                .filter(campaign -> campaign.file().equals(path))
                .findFirst();
    }

    /** The faults of this file and, behind them, of any other. */
    public List<Fault> faults() {
        List<String> lines = text.lines().toList();
        return reading.diagnostics().stream()
                .sorted((one, other) ->
                        Boolean.compare(!one.file().equals(path), !other.file().equals(path)))
                .map(fault -> new Fault(fault, quoted(fault, lines)))
                .toList();
    }

    /** What is most likely not meant in this file; it keeps nothing from being published. */
    public List<Fault> warnings() {
        List<String> lines = text.lines().toList();
        return reading.warnings().stream()
                .filter(warning -> warning.file().equals(path))
                .map(warning -> new Fault(warning, quoted(warning, lines)))
                .toList();
    }

    private Optional<String> quoted(Diagnostic fault, List<String> lines) {
        boolean here = fault.file().equals(path) && fault.line() > 0 && fault.line() <= lines.size();
        return here ? Optional.of(lines.get(fault.line() - 1)) : Optional.empty();
    }

    /**
     * A fault with the line it is in.
     *
     * @param line the line's text; empty when the fault is of a whole file or of another one
     */
    public record Fault(Diagnostic diagnostic, Optional<String> line) {

        /** What stands before the fault in its line. */
        public String before() {
            return line.map(text -> text.substring(0, start(text))).orElse("");
        }

        /** The rest of the line, from the fault on. */
        public String from() {
            return line.map(text -> text.substring(start(text))).orElse("");
        }

        private int start(String text) {
            int points = Math.min(Math.max(0, diagnostic.column() - 1), text.codePointCount(0, text.length()));
            return text.offsetByCodePoints(0, points);
        }
    }
}
