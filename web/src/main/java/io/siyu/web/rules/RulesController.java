package io.siyu.web.rules;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.publish.Canaries.Terms;
import io.siyu.web.publish.CanaryDesk;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Desk.Printing;
import io.siyu.web.publish.Manuscript;
import java.security.Principal;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class RulesController {

    private static final String FIRST_WORDS = """
            // What this file is about.

            rule "Thank for a large order"
            when
                OrderPlaced( total >= 200 )
            then
                propose.send("thank-you").step("now");
            end
            """;

    /** Hours a dry run plays. */
    private static final int LAST_DAY = 24;

    private final Desk desk;
    private final CanaryDesk canaries;

    RulesController(Desk desk, CanaryDesk canaries) {
        this.canaries = canaries;
        this.desk = desk;
    }

    @GetMapping("/rules")
    @AllowedToSignedIn
    String list(Model model) {
        model.addAttribute(
                "files",
                desk.paths(RuleFile::isOne).stream()
                        .flatMap(path -> desk.open(path).stream())
                        .map(RuleFile::of)
                        .toList());
        return "rules/list";
    }

    @PostMapping("/rules")
    @AllowedTo(Role.RULE_AUTHOR)
    String begin(@RequestParam String name, Principal author, RedirectAttributes after) {
        String path = RuleFile.path(name);
        if (!RuleFile.isName(name) || desk.open(path).isPresent()) {
            after.addFlashAttribute("unusable", name);
            return "redirect:/rules";
        }
        desk.save(path, FIRST_WORDS, author.getName());
        return "redirect:/rules/" + name;
    }

    @GetMapping("/rules/{name}")
    @AllowedToSignedIn
    String edit(@PathVariable String name, Model model) {
        Manuscript manuscript =
                desk.open(RuleFile.path(name)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("manuscript", manuscript);
        return "rules/edit";
    }

    @PostMapping(path = "/rules/{name}", params = "save")
    @AllowedTo(Role.RULE_AUTHOR)
    String save(@PathVariable String name, @RequestParam String text, Principal author, RedirectAttributes after) {
        desk.save(RuleFile.path(known(name)), unix(text), author.getName());
        after.addFlashAttribute("saved", true);
        return "redirect:/rules/" + name;
    }

    @PostMapping(path = "/rules/{name}", params = "publish")
    @AllowedTo(Role.RULE_AUTHOR)
    String publish(@PathVariable String name, @RequestParam String text, Principal author, RedirectAttributes after) {
        String path = RuleFile.path(known(name));
        desk.save(path, unix(text), author.getName());
        Printing printing = desk.publish(path, author.getName());
        after.addFlashAttribute(printing instanceof Printing.Published ? "published" : "faulty", printing);
        return "redirect:/rules/" + name;
    }

    @PostMapping(path = "/rules/{name}", params = "try")
    @AllowedTo(Role.RULE_AUTHOR)
    String tryOut(@PathVariable String name, @RequestParam String text, Principal author, RedirectAttributes after) {
        String path = RuleFile.path(known(name));
        desk.save(path, unix(text), author.getName());
        Manuscript manuscript = desk.judge(path, unix(text));
        if (!manuscript.reading().isPublishable()) {
            after.addFlashAttribute(
                    "faulty", new Printing.Faulty(manuscript.reading().diagnostics()));
            return "redirect:/rules/" + name;
        }
        try {
            canaries.begin(desk.playbook(manuscript), Terms.USUAL, author.getName());
            return "redirect:/rules/-/canary";
        } catch (IllegalStateException unfit) {
            after.addFlashAttribute("refused", unfit.getMessage());
            return "redirect:/rules/" + name;
        }
    }

    @PostMapping(path = "/rules/{name}", params = "discard")
    @AllowedTo(Role.RULE_AUTHOR)
    String discard(@PathVariable String name) {
        String path = RuleFile.path(known(name));
        desk.discard(path);
        return desk.open(path).isPresent() ? "redirect:/rules/" + name : "redirect:/rules";
    }

    // why: a path of its own, or a check under way would take what a redirect to the page is to be told
    @PostMapping("/rules/{name}/faults")
    @AllowedTo(Role.RULE_AUTHOR)
    String check(@PathVariable String name, @RequestParam String text, Model model) {
        model.addAttribute("manuscript", desk.judge(RuleFile.path(known(name)), unix(text)));
        return "publish/faults :: faults";
    }

    @PostMapping("/rules/{name}/dry-run")
    @AllowedTo(Role.RULE_AUTHOR)
    String dryRun(@PathVariable String name, @RequestParam String text, Locale locale, Model model) {
        Manuscript manuscript = desk.judge(RuleFile.path(known(name)), unix(text));
        if (manuscript.reading().isPublishable()) {
            model.addAttribute("told", desk.dryRun(manuscript, LAST_DAY, locale));
        } else {
            model.addAttribute(
                    "refused", manuscript.reading().diagnostics().get(0).toString());
        }
        return "publish/dry-run :: outlook";
    }

    private static String known(String name) {
        if (!RuleFile.isName(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return name;
    }

    /** why: browsers send lines ended by CR and LF; a playbook's files end theirs by LF. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }
}
