package io.siyu.web.rules;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.Reading;
import io.siyu.rule.Edition;
import io.siyu.web.page.ImportMap;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Draft;
import io.siyu.web.publish.Manuscript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the editor's page shows: a file of the playbook, and the tree of the others around it. */
@Component
class Workshop {
    private static final int MOST_CHARACTERS = 900_000;

    private final Desk desk;
    private final ImportMap modules;
    private final MessageSource messages;
    private final UnreadScenarios scenarios = new UnreadScenarios();

    Workshop(Desk desk, ImportMap modules, MessageSource messages) {
        this.desk = desk;
        this.modules = modules;
        this.messages = messages;
    }

    /**
     * A file in the editor.
     *
     * @param language how its text is to be coloured: {@code drl}, {@code yaml} or {@code text}
     */
    record Page(Manuscript manuscript, Contents contents, String language, ImportMap modules) {

        public String address() {
            return PlaybookPath.address(manuscript.path());
        }

        /** The name under which scenarios may be begun beside it; empty where there are some. */
        public String untold() {
            boolean untold = contents.groups().stream()
                    .flatMap(group -> group.leaves().stream())
                    .anyMatch(leaf -> leaf.path().equals(manuscript.path()) && leaf.untested());
            return untold && PlaybookPath.isWritable(manuscript.path()) ? manuscript.name() : "";
        }
    }

    /** The file at this path; 404 when there is none. */
    Page open(String path) {
        Manuscript manuscript = desk.open(path).orElseThrow(Workshop::missing);
        String language = path.endsWith(".drl") ? "drl" : path.endsWith(".yaml") ? "yaml" : "text";
        return new Page(manuscript, contents(), language, modules);
    }

    /** The tree: faults are those of all drafts together, as they would stand once all are published. */
    Contents contents() {
        Playbook playbook = desk.drafted(path -> true);
        Reading reading = desk.read(playbook);
        List<Diagnostic> faults = new ArrayList<>(reading.diagnostics());
        reading.draft().ifPresent(edition -> faults.addAll(scenarios.in(playbook, edition)));
        Set<String> drafted = desk.drafts().stream().map(Draft::path).collect(Collectors.toSet());
        return Contents.of(desk.files(), new Contents.Marks(drafted, faults, reading.warnings()));
    }

    /** The path an address names; 404 when nobody may write there. */
    String writable(Map<String, String> address) {
        String path = PlaybookPath.of(address);
        if (!PlaybookPath.isWritable(path) && !desk.files().contains(path)) {
            throw missing();
        }
        return path;
    }

    /** What the editor offers while somebody types, as JSON. */
    String vocabulary(Locale locale) {
        return new Vocabulary(edition()).in(locale, messages).toString();
    }

    /** The currency of the house. */
    String currency() {
        return edition().settings().currency();
    }

    private Edition edition() {
        return desk.read(desk.drafted(path -> true)).draft().orElseThrow(Workshop::missing);
    }

    /** why: browsers send lines ended by CR and LF; a playbook's files end theirs by LF. */
    static String unix(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return text.replace("\r\n", "\n");
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
