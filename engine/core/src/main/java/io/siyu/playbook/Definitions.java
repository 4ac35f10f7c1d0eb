package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.SavedAudience;
import io.siyu.campaign.Template;
import io.siyu.playbook.Ground.Written;
import io.siyu.rule.KnownNames;
import io.siyu.rule.Unchanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The campaigns and message templates of a playbook, by id. */
final class Definitions {

    private final Playbook playbook;
    private final House house;
    private final Faults faults;
    private final Map<String, Campaign> campaigns = new TreeMap<>();
    private final Map<String, CampaignDrl> rules = new TreeMap<>();
    private final Map<String, Template> templates = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Campaign> earlier = new TreeMap<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private boolean whole;

    private Definitions(Playbook playbook, House house, Faults faults) {
        this.playbook = playbook;
        this.house = house;
        this.faults = faults;
    }

    static Definitions read(Playbook playbook, Ground ground, Faults faults) {
        Faults ofAudiences = new Faults();
        List<Written> files = playbook.paths(path -> path.startsWith(Layout.AUDIENCES)).stream()
                .map(path -> Written.of(playbook, path))
                .toList();
        Audiences audiences = AudienceFiles.read(files, ground.house(), ofAudiences);
        ofAudiences.sorted().forEach(faults::add);
        Definitions definitions = new Definitions(playbook, ground.house().with(audiences), faults);
        definitions.whole = ground.faults().isEmpty() && ofAudiences.isEmpty();
        try (Unchanged<Written, Piece>.Round pieces = ground.pieces().begin()) {
            definitions.read(pieces);
        }
        return definitions;
    }

    private void read(Unchanged<Written, Piece>.Round pieces) {
        for (String path : playbook.paths(path -> path.startsWith(Layout.CAMPAIGNS) && !Earlier.isEarlier(path))) {
            addCampaign(path, pieces.of(written(path), file -> Piece.ofCampaign(file, house)));
        }
        for (String path : playbook.paths(Earlier::isEarlier)) {
            addEarlier(pieces.of(written(path), file -> Piece.ofEarlier(file, house)));
        }
        for (String path : playbook.paths(path -> path.startsWith(Layout.TEMPLATES))) {
            addTemplate(path, pieces.of(Written.of(playbook, path), file -> Piece.ofTemplate(file, house)));
        }
    }

    Map<String, Campaign> campaigns() {
        return campaigns;
    }

    /** Earlier versions that members may be inside of, by {@code <campaign>@<version>}. */
    Map<String, Campaign> earlier() {
        return earlier;
    }

    /** Earlier versions that could not be read any more. */
    List<Diagnostic> warnings() {
        return warnings;
    }

    /** Leaves out the earlier versions in these files, whose conditions mean nothing any more. */
    void leave(Set<String> paths) {
        for (Campaign campaign : List.copyOf(earlier.values())) {
            if (paths.contains(campaign.file())) {
                earlier.remove(campaign.id());
                rules.remove(campaign.id());
                templates.keySet().removeIf(template -> template.startsWith(campaign.id() + "/"));
                warnings.add(Piece.left(campaign.file()));
            }
        }
    }

    /** What each campaign became, by the campaign's id. */
    Map<String, CampaignDrl> rules() {
        return rules;
    }

    /** The saved audiences, by id. */
    Map<String, SavedAudience> audiences() {
        return house.audiences().byId();
    }

    Map<String, Template> templates() {
        return templates;
    }

    /** What rules may name; anything while a file they stand in has faults, so that one fault does not bring more. */
    KnownNames names() {
        return whole
                ? new KnownNames(
                        true,
                        Stream.concat(campaigns.keySet().stream(), earlier.keySet().stream())
                                .collect(Collectors.toSet()),
                        templates.keySet(),
                        house.settings().channels().keySet())
                : KnownNames.UNCHECKED;
    }

    private void addCampaign(String path, Piece piece) {
        whole &= piece.faults().isEmpty();
        piece.faults().forEach(faults::add);
        piece.campaign()
                .filter(campaign -> isNew("campaign", campaign.id(), path))
                .ifPresent(campaign -> {
                    campaigns.put(campaign.id(), campaign);
                    piece.drl().ifPresent(drl -> rules.put(campaign.id(), drl));
                    piece.templates().forEach(template -> templates.put(template.id(), template));
                });
    }

    /** One whose campaign is gone, or goes that way again, nobody needs. */
    private void addEarlier(Piece piece) {
        warnings.addAll(piece.faults());
        piece.campaign()
                .filter(version -> {
                    Campaign now = campaigns.get(Campaign.plain(version.id()));
                    return now != null
                            && !now.journey().version().equals(version.journey().version());
                })
                .ifPresent(version -> {
                    earlier.put(version.id(), version);
                    piece.drl().ifPresent(drl -> rules.put(version.id(), drl));
                    piece.templates().forEach(template -> templates.put(template.id(), template));
                });
    }

    private void addTemplate(String path, Piece piece) {
        whole &= piece.faults().isEmpty();
        piece.faults().forEach(faults::add);
        piece.templates().stream()
                .filter(template -> isNew("template", template.id(), path))
                .forEach(template -> templates.put(template.id(), template));
    }

    private boolean isNew(String kind, String id, String path) {
        if (id.isEmpty()) {
            return false;
        }
        String first = files.putIfAbsent(kind + " " + id, path);
        if (first == null) {
            return true;
        }
        faults.add(new Diagnostic(
                path,
                idLine(path),
                0,
                kind + ".duplicate",
                "The " + kind + " \"" + id + "\" is in " + first + " already.\nMaybe \"" + id + "-2\"."));
        return false;
    }

    private int idLine(String path) {
        return Draft.root(Written.of(playbook, path), new Faults())
                .flatMap(root -> root.child("id"))
                .map(YamlNode::line)
                .orElse(0);
    }

    /** A file of a campaign, which may name audiences. */
    private Written written(String path) {
        return Written.of(playbook, path).beside(house.audiences());
    }
}
