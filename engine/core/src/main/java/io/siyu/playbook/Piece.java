package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Template;
import io.siyu.playbook.Ground.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one file of a campaign or a template says.
 *
 * @param campaign if it is one, as far as it could be read
 * @param templates the message template it is, or those of its campaign's steps
 * @param drl the rules its campaign becomes
 */
record Piece(
        Optional<Campaign> campaign, List<Template> templates, Optional<CampaignDrl> drl, List<Diagnostic> faults) {

    Piece {
        templates = List.copyOf(templates);
        faults = List.copyOf(faults);
    }

    static Piece ofCampaign(Written file, House house) {
        Faults faults = new Faults();
        Optional<Campaign> campaign =
                Draft.root(file, faults).flatMap(root -> CampaignReader.read(root, Draft.of(file, house, faults)));
        List<Template> templates = new ArrayList<>();
        campaign.stream()
                .flatMap(read -> read.acts().stream())
                .forEach(act -> templates.addAll(TemplateReader.all(campaign.orElseThrow(), act)));
        return new Piece(
                campaign, templates, campaign.map(read -> CampaignRules.of(read, house.catalogue())), faults.sorted());
    }

    /** An earlier version of a campaign, under an id of its own; one with faults is none, and told in one warning. */
    static Piece ofEarlier(Written file, House house) {
        Piece read = ofCampaign(file, house);
        if (!read.faults().isEmpty() || read.campaign().isEmpty()) {
            return new Piece(Optional.empty(), List.of(), Optional.empty(), List.of(left(file.path())));
        }
        Campaign campaign = read.campaign().get();
        Campaign earlier = campaign.named(
                Campaign.versioned(campaign.id(), campaign.journey().version()));
        List<Template> templates = new ArrayList<>();
        earlier.acts().forEach(act -> templates.addAll(TemplateReader.all(earlier, act)));
        return new Piece(
                Optional.of(earlier),
                templates,
                Optional.of(CampaignRules.ofEarlier(earlier, house.catalogue())),
                List.of());
    }

    /** The warning about an earlier version that nobody can finish. */
    static Diagnostic left(String path) {
        return new Diagnostic(
                path,
                0,
                0,
                "campaign.earlier",
                "This earlier version of a campaign cannot be read any more, so members inside move on.\nMaybe put back what it names.");
    }

    static Piece ofTemplate(Written file, House house) {
        Faults faults = new Faults();
        Optional<Template> template =
                Draft.root(file, faults).flatMap(root -> TemplateReader.read(root, Draft.of(file, house, faults)));
        return new Piece(Optional.empty(), template.stream().toList(), Optional.empty(), faults.sorted());
    }
}
