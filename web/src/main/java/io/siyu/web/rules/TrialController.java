package io.siyu.web.rules;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Manuscript;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tries what is written before it is published: faults while typing, scenarios, a dry run. Nothing is kept. */
@Controller
class TrialController {

    /** Hours a dry run plays. */
    private static final int LAST_DAY = 24;

    private final Desk desk;
    private final Workshop workshop;
    private final Trials trials;

    TrialController(Desk desk, Workshop workshop, Trials trials) {
        this.desk = desk;
        this.workshop = workshop;
        this.trials = trials;
    }

    // why: a path of its own, or a check under way would take what a redirect to the page is to be told
    @PostMapping({"/rules/{name}/faults", "/rules/-/faults/{*path}"})
    @AllowedTo(Role.RULE_AUTHOR)
    String check(@PathVariable Map<String, String> at, @RequestParam String text, Model model) {
        model.addAttribute("manuscript", desk.judge(workshop.writable(at), Workshop.unix(text)));
        return "publish/faults :: faults";
    }

    @PostMapping({"/rules/{name}/dry-run", "/rules/-/dry-run/{*path}"})
    @AllowedTo(Role.RULE_AUTHOR)
    String dryRun(@PathVariable Map<String, String> at, @RequestParam String text, Locale locale, Model model) {
        Manuscript manuscript = desk.judge(workshop.writable(at), Workshop.unix(text));
        if (manuscript.reading().isPublishable()) {
            model.addAttribute("told", desk.dryRun(manuscript, LAST_DAY, locale));
        } else {
            model.addAttribute(
                    "refused", manuscript.reading().diagnostics().get(0).toString());
        }
        return "publish/dry-run :: outlook";
    }

    @GetMapping("/rules/-/scenarios")
    @AllowedToSignedIn
    String scenarios(Model model) {
        model.addAttribute("contents", workshop.contents());
        return "rules/scenarios";
    }

    @PostMapping("/rules/-/scenarios")
    @AllowedTo({Role.RULE_AUTHOR, Role.QA})
    String playAll(@RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment, Model model) {
        model.addAttribute("trial", trials.ofDrafts()).addAttribute("contents", workshop.contents());
        return fragment ? "rules/trial :: trial" : "rules/scenarios";
    }

    @PostMapping("/rules/-/scenarios/{*path}")
    @AllowedTo(Role.RULE_AUTHOR)
    String play(
            @PathVariable Map<String, String> at,
            @RequestParam String text,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        String path = workshop.writable(at);
        Trial trial = trials.of(path, Workshop.unix(text));
        model.addAttribute("trial", trial)
                .addAttribute("path", path)
                .addAttribute("marks", trial.marks(path, Workshop.unix(text)));
        if (!fragment) {
            model.addAttribute("contents", workshop.contents());
        }
        return fragment ? "rules/trial :: trial" : "rules/scenarios";
    }

    @GetMapping(path = "/rules/-/vocabulary", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedToSignedIn
    @ResponseBody
    String vocabulary(Locale locale) {
        return workshop.vocabulary(locale);
    }
}
