package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Step;
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
                .flatMap(read -> read.steps().stream())
                .filter(Step.Act.class::isInstance)
                .forEach(step -> TemplateReader.of(campaign.orElseThrow(), (Step.Act) step)
                        .ifPresent(templates::add));
        return new Piece(
                campaign, templates, campaign.map(read -> CampaignRules.of(read, house.catalogue())), faults.sorted());
    }

    static Piece ofTemplate(Written file, House house) {
        Faults faults = new Faults();
        Optional<Template> template =
                Draft.root(file, faults).flatMap(root -> TemplateReader.read(root, Draft.of(file, house, faults)));
        return new Piece(Optional.empty(), template.stream().toList(), Optional.empty(), faults.sorted());
    }
}
