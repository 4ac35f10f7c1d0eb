package io.siyu.web.publish;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import java.security.Principal;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class CanaryController {
    private static final String PAGE = "redirect:/rules/-/canary";

    private final CanaryDesk desk;
    private final PressDesk press;

    CanaryController(CanaryDesk desk, PressDesk press) {
        this.press = press;
        this.desk = desk;
    }

    @GetMapping("/rules/-/canary")
    @AllowedToSignedIn
    String show(Model model) {
        desk.running().map(CanaryTold::of).ifPresent(told -> model.addAttribute("told", told));
        press.history().stream().findFirst().ifPresent(last -> model.addAttribute("last", last));
        return "publish/canary";
    }

    @PostMapping(path = "/rules/-/canary", params = "on")
    @AllowedTo(Role.RULE_AUTHOR)
    String goOn(Principal author, RedirectAttributes after) {
        return end(desk::goOn, author, after);
    }

    @PostMapping(path = "/rules/-/canary", params = "back")
    @AllowedTo(Role.RULE_AUTHOR)
    String goBack(Principal author, RedirectAttributes after) {
        return end(desk::goBack, author, after);
    }

    private static String end(ToLongFunction<String> way, Principal author, RedirectAttributes after) {
        try {
            return "redirect:/rules/-/editions/" + way.applyAsLong(author.getName());
        } catch (IllegalStateException over) { // why: it may have ended by itself a moment ago
            after.addFlashAttribute("refused", over.getMessage());
            return PAGE;
        }
    }
}
