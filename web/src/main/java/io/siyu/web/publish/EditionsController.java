package io.siyu.web.publish;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.publish.Publishing.Published;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class EditionsController {

    private final PressDesk press;
    private final Sentences sentences;

    EditionsController(PressDesk press, Sentences sentences) {
        this.press = press;
        this.sentences = sentences;
    }

    @GetMapping("/rules/-/editions")
    @AllowedToSignedIn
    String history(Model model) {
        model.addAttribute("published", press.history())
                .addAttribute(
                        "inForce", press.inForce().map(Published::revision).orElse(0L));
        return "publish/editions";
    }

    @GetMapping("/rules/-/editions/{revision}")
    @AllowedToSignedIn
    String one(@PathVariable long revision, Locale locale, Model model) {
        Published published = require(revision);
        model.addAttribute("edition", published)
                .addAttribute("newest", press.inForce().equals(Optional.of(published)));
        press.before(published).ifPresent(before -> {
            var diff = press.between(before.edition(), published.edition());
            model.addAttribute("before", before)
                    .addAttribute("sentences", sentences.of(diff, locale))
                    .addAttribute("rules", diff.rules());
        });
        return "publish/edition";
    }

    @PostMapping("/rules/-/editions/{revision}")
    @AllowedTo(Role.RULE_AUTHOR)
    String activate(@PathVariable long revision, Principal author, RedirectAttributes after) {
        try {
            long next = press.activate(require(revision).edition(), author.getName());
            after.addFlashAttribute("activated", revision);
            return "redirect:/rules/-/editions/" + next;
        } catch (IllegalStateException faulty) { // why: today's compiler may refuse what it once took
            after.addFlashAttribute("refused", faulty.getMessage());
            return "redirect:/rules/-/editions/" + revision;
        }
    }

    private Published require(long revision) {
        return press.find(revision).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
