package io.siyu.web.campaign;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.campaign.CampaignCard.Standing;
import io.siyu.web.publish.Desk.Printing;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class CampaignController {

    private final CampaignDesk desk;

    CampaignController(CampaignDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/campaign")
    @AllowedToSignedIn
    String gallery(Model model, Locale locale) {
        model.addAttribute("campaigns", desk.campaigns(locale.getLanguage()))
                .addAttribute("templates", desk.templates(locale.getLanguage()));
        return "campaign/gallery";
    }

    @PostMapping("/campaign")
    @AllowedTo(Role.MARKETER)
    String begin(@RequestParam String template, Principal marketer) {
        return "redirect:/campaign/" + desk.begin(template, marketer.getName());
    }

    @GetMapping("/campaign/{id}")
    @AllowedToSignedIn
    String edit(@PathVariable String id, @RequestParam(defaultValue = "") String member, Locale locale, Model model) {
        model.addAttribute("desk", desk.open(id, locale.getLanguage(), member)).addAttribute("member", member);
        return "campaign/edit";
    }

    @PostMapping(path = "/campaign/{id}", params = "save")
    @AllowedTo(Role.MARKETER)
    String save(
            @PathVariable String id,
            @RequestParam Map<String, String> answers,
            Principal marketer,
            RedirectAttributes after) {
        desk.save(id, answers, marketer.getName());
        after.addFlashAttribute("saved", true);
        return "redirect:/campaign/" + id;
    }

    @PostMapping(path = "/campaign/{id}", params = "publish")
    @AllowedTo(Role.MARKETER)
    String publish(
            @PathVariable String id,
            @RequestParam Map<String, String> answers,
            Principal marketer,
            RedirectAttributes after) {
        Printing printing = desk.publish(id, answers, marketer.getName());
        after.addFlashAttribute(printing instanceof Printing.Published ? "published" : "faulty", printing);
        return "redirect:/campaign/" + id;
    }

    @PostMapping(path = "/campaign/{id}", params = "discard")
    @AllowedTo(Role.MARKETER)
    String discard(@PathVariable String id) {
        return desk.discard(id) ? "redirect:/campaign/" + id : "redirect:/campaign";
    }

    @PostMapping(path = "/campaign/{id}", params = "pause")
    @AllowedTo(Role.MARKETER)
    String pause(@PathVariable String id, RedirectAttributes after) {
        return told(id, Standing.PAUSED, after);
    }

    @PostMapping(path = "/campaign/{id}", params = "resume")
    @AllowedTo(Role.MARKETER)
    String resume(@PathVariable String id, RedirectAttributes after) {
        return told(id, Standing.IN_FORCE, after);
    }

    private String told(String id, Standing standing, RedirectAttributes after) {
        desk.pause(id, standing == Standing.PAUSED);
        // why: the partitions hear of it a moment later; until then the page says what was asked
        after.addFlashAttribute("told", standing);
        return "redirect:/campaign/" + id;
    }

    // why: a path of its own, or a preview under way would take what a redirect to the page is to be told
    @PostMapping("/campaign/{id}/preview")
    @AllowedTo(Role.MARKETER)
    String preview(@PathVariable String id, @RequestParam Map<String, String> answers, Locale locale, Model model) {
        String member = answers.getOrDefault("member", "");
        model.addAttribute("desk", desk.answered(id, answers, locale.getLanguage(), member));
        return "campaign/preview :: preview";
    }
}
