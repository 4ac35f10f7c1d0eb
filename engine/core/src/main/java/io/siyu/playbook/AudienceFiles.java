package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.SavedAudience;
import io.siyu.campaign.Text;
import io.siyu.campaign.Whom;
import io.siyu.playbook.Ground.Written;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the saved audiences of a playbook; one that names another is read after it, and a circle of names is a fault. */
final class AudienceFiles {

    /** What stands in a file beside whom it means. */
    static final List<String> HEAD = List.of("version", "id", "name");

    private static final int MOST_ASKED = 500;

    private final House house;
    private final Faults faults;
    private final Map<String, Opened> opened = new LinkedHashMap<>();
    private final Map<String, SavedAudience> read = new TreeMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> underWay = new HashSet<>();

    /** A file that is YAML and says its id. */
    private record Opened(Draft draft, YamlNode root) {}

    private AudienceFiles(House house, Faults faults) {
        this.house = house;
        this.faults = faults;
    }

    /** The audiences in these files, by id. */
    static Audiences read(List<Written> files, House house, Faults faults) {
        AudienceFiles reading = new AudienceFiles(house, faults);
        files.forEach(reading::open);
        List.copyOf(reading.opened.keySet()).forEach(reading::audience);
        return new Audiences(reading.read, reading.broken);
    }

    private void open(Written file) {
        String stem =
                file.path().substring(Layout.AUDIENCES.length(), file.path().length() - ".yaml".length());
        YamlNode root = Draft.root(file, faults).orElse(null);
        String id = root != null && root.child("id").orElse(null) instanceof YamlNode.Text text ? text.text() : stem;
        if (root == null) {
            broken.add(id);
            return;
        }
        Opened first = opened.putIfAbsent(id, new Opened(Draft.of(file, house, faults), root));
        if (first != null) {
            faults.add(new Diagnostic(
                    file.path(),
                    root.child("id").map(YamlNode::line).orElse(0),
                    0,
                    "audience.duplicate",
                    "The audience \"" + id + "\" is in " + first.draft().file() + " already.\nMaybe \"" + id
                            + "-2\"."));
        }
    }

    private SavedAudience audience(String id) {
        SavedAudience known = read.get(id);
        if (known != null) {
            return known;
        }
        Opened file = opened.get(id);
        if (file == null) {
            throw Audiences.unknown(id, opened.keySet());
        }
        underWay.add(id);
        SavedAudience audience = bounded(audience(id, file), file);
        underWay.remove(id);
        read.put(id, audience);
        return audience;
    }

    // why: audiences may name each other, so a few short files could ask more than anybody can answer
    private SavedAudience bounded(SavedAudience audience, Opened file) {
        if (asks(audience.whom()) <= MOST_ASKED) {
            return audience;
        }
        faults.add(
                file.root(),
                "audience.too-large",
                "With the audiences it names it asks more than " + MOST_ASKED
                        + " questions.\nMaybe tag those members, or put them in a list.");
        return new SavedAudience(audience.id(), audience.file(), audience.name(), Whom.EVERYBODY);
    }

    private static int asks(Whom whom) {
        if (whom instanceof Whom.All all) {
            return all.parts().stream().mapToInt(AudienceFiles::asks).sum();
        }
        if (whom instanceof Whom.Any any) {
            return any.parts().stream().mapToInt(AudienceFiles::asks).sum();
        }
        if (whom instanceof Whom.Not not) {
            return asks(not.part());
        }
        return whom instanceof Whom.Saved saved ? asks(saved.of()) : 1;
    }

    private SavedAudience audience(String id, Opened file) {
        Draft draft = file.draft();
        return Fields.of(file.root(), faults)
                .map(fields -> {
                    try (fields) {
                        Versions.check(fields);
                        fields.requiredValue("id", WrittenValues::id, "");
                        Text name = TextReader.required(fields, "name", draft);
                        return new SavedAudience(
                                id, draft.file(), name, new WhomReader(draft, this::named).ofFile(fields));
                    }
                })
                .orElseGet(() -> new SavedAudience(id, draft.file(), Text.of(id), Whom.EVERYBODY));
    }

    private Whom named(String id) {
        if (underWay.contains(id)) {
            throw new WrongValue(
                    "audience.cycle",
                    "this audience is in turn part of it, so nobody could tell who is in either.\n"
                            + "Maybe save what both ask for as a third one.");
        }
        return broken.contains(id) ? Whom.EVERYBODY : audience(id).whom();
    }
}
