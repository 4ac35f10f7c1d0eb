package io.siyu.web.rules;

import io.siyu.campaign.Diagnostic;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.publish.Canaries.Terms;
import io.siyu.web.publish.CanaryDesk;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Desk.Printing;
import io.siyu.web.publish.Manuscript;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The workshop's files: what lies in the playbook, and one of them to be written in. */
@Controller
class RulesController {

    private final Desk desk;
    private final Workshop workshop;
    private final CanaryDesk canaries;

    RulesController(Desk desk, Workshop workshop, CanaryDesk canaries) {
        this.canaries = canaries;
        this.desk = desk;
        this.workshop = workshop;
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
        model.addAttribute("contents", workshop.contents()).addAttribute("kinds", NewFile.values());
        return "rules/list";
    }

    @PostMapping("/rules")
    @AllowedTo(Role.RULE_AUTHOR)
    String begin(
            @RequestParam String name,
            @RequestParam(defaultValue = "RULES") NewFile kind,
            Principal author,
            RedirectAttributes after) {
        String path = kind.path(name);
        if (!PlaybookPath.isWritable(path) || desk.open(path).isPresent()) {
            after.addFlashAttribute("unusable", name);
            return "redirect:/rules";
        }
        desk.save(path, kind.words(name, workshop.currency()), author.getName());
        return "redirect:" + PlaybookPath.address(path);
    }

    @GetMapping({"/rules/{name}", "/rules/-/files/{*path}"})
    @AllowedToSignedIn
    String edit(@PathVariable Map<String, String> at, Model model) {
        model.addAttribute("page", workshop.open(PlaybookPath.of(at)));
        return "rules/edit";
    }

    @PostMapping(
            path = {"/rules/{name}", "/rules/-/files/{*path}"},
            params = "save")
    @AllowedTo(Role.RULE_AUTHOR)
    String save(
            @PathVariable Map<String, String> at,
            @RequestParam String text,
            Principal author,
            RedirectAttributes after) {
        String path = workshop.writable(at);
        desk.save(path, Workshop.unix(text), author.getName());
        after.addFlashAttribute("saved", true);
        return "redirect:" + PlaybookPath.address(path);
    }

    @PostMapping(
            path = {"/rules/{name}", "/rules/-/files/{*path}"},
            params = "publish")
    @AllowedTo(Role.RULE_AUTHOR)
    String publish(
            @PathVariable Map<String, String> at,
            @RequestParam String text,
            Principal author,
            RedirectAttributes after) {
        String path = workshop.writable(at);
        desk.save(path, Workshop.unix(text), author.getName());
        Printing printing = desk.publish(path, author.getName());
        after.addFlashAttribute(printing instanceof Printing.Published ? "published" : "faulty", printing);
        return "redirect:" + PlaybookPath.address(path);
    }

    @PostMapping(
            path = {"/rules/{name}", "/rules/-/files/{*path}"},
            params = "try")
    @AllowedTo(Role.RULE_AUTHOR)
    String tryOut(
            @PathVariable Map<String, String> at,
            @RequestParam String text,
            Principal author,
            RedirectAttributes after) {
        String path = workshop.writable(at);
        desk.save(path, Workshop.unix(text), author.getName());
        Manuscript manuscript = desk.judge(path, Workshop.unix(text));
        if (!manuscript.reading().isPublishable()) {
            after.addFlashAttribute(
                    "faulty", new Printing.Faulty(manuscript.reading().diagnostics()));
            return "redirect:" + PlaybookPath.address(path);
        }
        Optional<Diagnostic> against = desk.against(path, manuscript.text());
        if (against.isPresent()) {
            after.addFlashAttribute("refused", against.get().message());
            return "redirect:" + PlaybookPath.address(path);
        }
        try {
            canaries.begin(desk.playbook(manuscript), Terms.USUAL, author.getName());
            return "redirect:/rules/-/canary";
        } catch (IllegalStateException unfit) {
            after.addFlashAttribute("refused", unfit.getMessage());
            return "redirect:" + PlaybookPath.address(path);
        }
    }

    @PostMapping(
            path = {"/rules/{name}", "/rules/-/files/{*path}"},
            params = "discard")
    @AllowedTo(Role.RULE_AUTHOR)
    String discard(@PathVariable Map<String, String> at, Principal author) {
        String path = workshop.writable(at);
        desk.discard(path, author.getName());
        return desk.open(path).isPresent() ? "redirect:" + PlaybookPath.address(path) : "redirect:/rules";
    }
}
