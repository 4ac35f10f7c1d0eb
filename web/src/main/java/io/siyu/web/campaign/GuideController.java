package io.siyu.web.campaign;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Whom;
import io.siyu.decision.Foresight.Question;
import io.siyu.partition.StoreDownException;
import io.siyu.report.reach.Reach;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.access.Visitor;
import io.siyu.web.audience.ReachTold;
import io.siyu.web.audience.Reaches;
import io.siyu.web.lifecycle.Deed;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads through a campaign: name and dates, audience, words, preview, and what to look at before it is submitted. */
@Controller
class GuideController {
    private static final String HERE = "redirect:/campaign/%s/guide/%s";

    private final CampaignDesk desk;
    private final CampaignOffice office;
    private final Checklists checklists;
    private final Reaches reaches;

    GuideController(CampaignDesk desk, CampaignOffice office, Checklists checklists, Reaches reaches) {
        this.desk = desk;
        this.office = office;
        this.checklists = checklists;
        this.reaches = reaches;
    }

    @PostMapping(path = "/campaign", params = "guide")
    @AllowedTo(Role.MARKETER)
    String begin(@RequestParam String template, Principal marketer) {
        return HERE.formatted(desk.begin(template, marketer.getName()), Guide.Place.WHAT.word());
    }

    @GetMapping("/campaign/{id}/guide/{place}")
    @AllowedToSignedIn
    String show(@PathVariable String id, @PathVariable String place, Authentication visitor, Model model) {
        Typed typed = Typed.in(model);
        CampaignDesk.Open open = typed.open(desk, id);
        Standing standing = office.standing(id).orElseThrow(CampaignDesk::missing);
        model.addAttribute("desk", open)
                .addAttribute("guide", new Guide(Guide.Place.of(place), open.form()))
                .addAttribute("standing", standing)
                .addAttribute("name", office.name(id))
                .addAttribute(
                        "can",
                        standing.deeds(Visitor.of(visitor)).stream()
                                .map(Deed::word)
                                .toList())
                .addAttribute("checklist", checklists.of(open.manuscript(), standing));
        return "campaign/guide";
    }

    /** Keeps the answers and goes on; to the same place while one is refused. */
    @PostMapping("/campaign/{id}/guide/{place}")
    @AllowedTo(Role.MARKETER)
    String keep(
            @PathVariable String id,
            @RequestParam Map<String, String> answers,
            Principal marketer,
            RedirectAttributes after) {
        String place = Guide.Place.of(answers.getOrDefault("place", "")).word();
        boolean saved = Typed.saved(answers, () -> desk.save(id, answers, marketer.getName()), after);
        return HERE.formatted(
                id, saved ? Guide.Place.of(answers.getOrDefault("go", place)).word() : place);
    }

    /** How many members the campaign as it is written is for, and how many of them it would reach now. */
    @GetMapping("/campaign/{id}/audience-reach")
    @AllowedToSignedIn
    String reach(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean exact, Locale locale, Model model) {
        CampaignDesk.Open open = desk.open(id, Previews.Wanted.of(locale.getLanguage(), Map.of()));
        boolean called = open.manuscript()
                .campaign()
                .map(Campaign::audience)
                .filter(Whom::isOfCaller)
                .isPresent();
        if (!called) {
            reach(open, exact).ifPresent(reach -> model.addAttribute("told", ReachTold.of(reach, List.of())));
        }
        model.addAttribute("called", called).addAttribute("path", "/campaign/" + id + "/audience-reach");
        return "campaign/reach :: reach";
    }

    private Optional<Reach> reach(CampaignDesk.Open open, boolean exact) {
        try {
            return open.manuscript()
                    .reading()
                    .draft()
                    .filter(edition -> open.manuscript().faults().isEmpty())
                    .flatMap(edition -> open.manuscript()
                            .campaign()
                            .map(campaign -> reaches.of(edition, Question.of(campaign, edition), exact)));
        } catch (StoreDownException down) {
            return Optional.empty(); // why: a campaign can be written while the store is away
        }
    }
}
