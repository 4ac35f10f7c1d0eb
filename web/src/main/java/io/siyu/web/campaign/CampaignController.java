package io.siyu.web.campaign;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.access.Visitor;
import io.siyu.web.lifecycle.Deed;
import io.siyu.web.publish.LockedDraftException;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class CampaignController {
    private static final String PAGE = "redirect:/campaign/";

    private final CampaignDesk desk;
    private final CampaignOffice office;
    private final Checklists checklists;
    private final Forks forks;

    CampaignController(CampaignDesk desk, CampaignOffice office, Checklists checklists, Forks forks) {
        this.forks = forks;
        this.desk = desk;
        this.office = office;
        this.checklists = checklists;
    }

    @GetMapping("/campaign")
    @AllowedToSignedIn
    String gallery(
            @RequestParam(defaultValue = "false") boolean archived,
            Authentication visitor,
            Model model,
            Locale locale) {
        model.addAttribute("campaigns", desk.campaigns(locale.getLanguage(), archived))
                .addAttribute("archived", archived)
                .addAttribute("admin", Visitor.of(visitor).isOneOf(Set.of()))
                .addAttribute("pictures", desk.pictures())
                .addAttribute("templates", desk.templates(locale.getLanguage()));
        return "campaign/gallery";
    }

    @PostMapping(path = "/campaign", params = "!guide")
    @AllowedTo(Role.MARKETER)
    String begin(@RequestParam String template, Principal marketer) {
        return PAGE + desk.begin(template, marketer.getName());
    }

    @GetMapping("/campaign/{id}")
    @AllowedToSignedIn
    ModelAndView edit(
            @PathVariable String id, @RequestParam Map<String, String> asked, Authentication visitor, Model model) {
        Previews.Wanted wanted =
                Previews.Wanted.of(LocaleContextHolder.getLocale().getLanguage(), asked);
        CampaignDesk.Open open = Typed.in(model).open(desk, id, wanted);
        Standing standing = office.standing(id).orElseThrow(CampaignDesk::missing);
        Visitor who = Visitor.of(visitor);
        return new ModelAndView("campaign/edit")
                .addObject("desk", open)
                .addObject("standing", standing)
                .addObject("name", office.name(id))
                .addObject("can", standing.deeds(who).stream().map(Deed::word).toList())
                .addObject("edited", standing.edited())
                .addObject("lanes", Lanes.of(open.form().text()))
                .addObject("forks", forks.in(id, open.form().text()))
                .addObject("own", standing.isOwn(who))
                .addObject("checklist", checklists.of(open.manuscript(), standing))
                .addObject("wanted", wanted);
    }

    @PostMapping(path = "/campaign/{id}", params = "save")
    @AllowedTo(Role.MARKETER)
    String save(
            @PathVariable String id,
            @RequestParam Map<String, String> answers,
            Principal marketer,
            RedirectAttributes after) {
        if (keep(id, answers, marketer.getName(), after)) {
            after.addFlashAttribute("saved", true);
        }
        return PAGE + id;
    }

    /** Keeps the answers, then adds, moves or takes out a step; nothing of it when an answer is refused. */
    @PostMapping(path = "/campaign/{id}", params = "step")
    @AllowedTo(Role.MARKETER)
    String step(
            @PathVariable String id,
            @RequestParam Map<String, String> answers,
            Principal marketer,
            RedirectAttributes after) {
        if (!keep(id, answers, marketer.getName(), after)) {
            return PAGE + id;
        }
        try {
            return PAGE + id + "#" + desk.step(id, StepDeed.of(answers), marketer.getName());
        } catch (LockedDraftException locked) {
            after.addFlashAttribute("locked", locked.getMessage());
            return PAGE + id;
        }
    }

    @PostMapping(path = "/campaign/{id}", params = "publish")
    @AllowedTo({Role.MARKETER, Role.APPROVER})
    String publish(
            @PathVariable String id,
            @RequestParam Map<String, String> answers,
            Authentication visitor,
            RedirectAttributes after) {
        Asked asked = asked(id, Deed.PUBLISH, answers, visitor);
        if (isWriter(asked.visitor()) && !keep(id, answers, asked.visitor().name(), after)) {
            return PAGE + id;
        }
        return told(office.publish(new Asked(id, Deed.PUBLISH, asked.visitor(), "", "")), after, id);
    }

    @PostMapping(path = "/campaign/{id}", params = "discard")
    @AllowedTo(Role.MARKETER)
    String discard(@PathVariable String id, Authentication visitor, RedirectAttributes after) {
        String told = told(office.act(asked(id, Deed.DISCARD, Map.of(), visitor)), after, id);
        return office.standing(id).isPresent() ? told : "redirect:/campaign";
    }

    @PostMapping(path = "/campaign/{id}", params = "deed")
    @AllowedTo({Role.MARKETER, Role.APPROVER, Role.OPERATOR})
    String act(
            @PathVariable String id,
            @RequestParam Map<String, String> answers,
            Authentication visitor,
            RedirectAttributes after) {
        Deed deed = Deed.of(answers.getOrDefault("deed", "")).orElseThrow(CampaignDesk::missing);
        Asked asked = asked(id, deed, answers, visitor);
        if (deed == Deed.CLONE) {
            return PAGE + copy(asked);
        }
        if (deed == Deed.SUBMIT
                && isWriter(asked.visitor())
                && !keep(id, answers, asked.visitor().name(), after)) {
            return PAGE + id;
        }
        Asked meant = deed == Deed.SUBMIT ? asked(id, deed, Map.of("remark", asked.remark()), visitor) : asked;
        return told(office.act(meant), after, id);
    }

    private String copy(Asked asked) {
        Standing standing = office.standing(asked.id()).orElseThrow(CampaignDesk::missing);
        boolean can = standing.deeds(asked.visitor()).contains(Deed.CLONE);
        return can ? desk.clone(asked.id(), asked.visitor().name()) : asked.id();
    }

    // why: a path of its own, or a preview under way would take what a redirect to the page is to be told
    @PostMapping("/campaign/{id}/preview")
    @AllowedTo({Role.MARKETER, Role.APPROVER})
    String preview(@PathVariable String id, @RequestParam Map<String, String> answers, Locale locale, Model model) {
        Previews.Wanted wanted = Previews.Wanted.of(locale.getLanguage(), answers);
        model.addAttribute("desk", desk.answered(id, answers, wanted));
        return "campaign/preview :: preview";
    }

    private static boolean isWriter(Visitor visitor) {
        return visitor.isOneOf(Deed.EDIT.roles());
    }

    private boolean keep(String id, Map<String, String> answers, String by, RedirectAttributes after) {
        return Typed.saved(answers, () -> desk.save(id, answers, by), after);
    }

    private static Asked asked(String id, Deed deed, Map<String, String> answers, Authentication visitor) {
        return new Asked(
                id, deed, Visitor.of(visitor), answers.getOrDefault("remark", ""), answers.getOrDefault("words", ""));
    }

    private static String told(Outcome outcome, RedirectAttributes after, String id) {
        if (outcome instanceof Outcome.Done done) {
            if (done.printing() != null) {
                after.addFlashAttribute("published", done.printing());
            } else {
                // why: the partitions hear of it a moment later; until then the page says what was asked
                after.addFlashAttribute("told", done.after());
            }
        } else if (outcome instanceof Outcome.Refused refused) {
            after.addFlashAttribute("refused", refused.why());
            after.addFlashAttribute("faults", refused.faults());
        }
        return PAGE + id;
    }
}
