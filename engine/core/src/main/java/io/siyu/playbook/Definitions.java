package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The campaigns and message templates of a playbook, by id. */
final class Definitions {

    private final Playbook playbook;
    private final House house;
    private final Faults faults;
    private final Map<String, Campaign> campaigns = new TreeMap<>();
    private final Map<String, Template> templates = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();

    Definitions(Playbook playbook, House house, Faults faults) {
        this.playbook = playbook;
        this.house = house;
        this.faults = faults;
    }

    void read() {
        for (String path : playbook.paths(path -> path.startsWith(Layout.CAMPAIGNS))) {
            root(path).flatMap(root -> CampaignReader.read(root, draft(path))).ifPresent(this::add);
        }
        for (String path : playbook.paths(path -> path.startsWith(Layout.TEMPLATES))) {
            root(path).flatMap(root -> TemplateReader.read(root, draft(path))).ifPresent(template -> {
                if (isNew("template", template.id(), path)) {
                    templates.put(template.id(), template);
                }
            });
        }
    }

    Map<String, Campaign> campaigns() {
        return campaigns;
    }

    Map<String, Template> templates() {
        return templates;
    }

    private void add(Campaign campaign) {
        if (!isNew("campaign", campaign.id(), campaign.file())) {
            return;
        }
        campaigns.put(campaign.id(), campaign);
        for (Step step : campaign.steps()) {
            if (step instanceof Step.Act act) {
                TemplateReader.of(campaign, act).ifPresent(template -> templates.put(template.id(), template));
            }
        }
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
        return root(path).flatMap(root -> root.child("id")).map(YamlNode::line).orElse(0);
    }

    private Optional<YamlNode> root(String path) {
        return playbook.file(path).flatMap(bytes -> Yaml.read(path, bytes, faults));
    }

    private Draft draft(String path) {
        return Draft.of(path, playbook.file(path).orElseThrow(), house, faults);
    }
}
