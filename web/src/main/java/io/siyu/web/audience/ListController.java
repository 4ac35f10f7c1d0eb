package io.siyu.web.audience;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.publish.Desk.Printing;
import io.siyu.web.publish.LockedDraftException;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes lists of members as files, and shows what would change before it does. */
@Controller
class ListController {
    private static final String SHELF = "redirect:/campaign/-/audiences";
    private static final String LISTS = "/campaign/-/lists";
    private static final String LIST = "redirect:" + LISTS + "/";
    private static final String UNFIT = "unfit";

    private final ListDesk desk;

    ListController(ListDesk desk) {
        this.desk = desk;
    }

    @PostMapping(LISTS)
    @AllowedTo(Role.MARKETER)
    String take(
            @RequestParam String name, @RequestParam MultipartFile file, Principal marketer, RedirectAttributes after)
            throws IOException {
        try {
            desk.keep(name.strip(), file.getBytes(), marketer.getName());
            return LIST + name.strip();
        } catch (IllegalArgumentException | LockedDraftException unfit) {
            after.addFlashAttribute(UNFIT, unfit.getMessage());
            return SHELF;
        }
    }

    @GetMapping(LISTS + "/{name}")
    @AllowedToSignedIn
    String show(@PathVariable String name, Model model) {
        return known(name)
                .draft(name)
                .map(list -> {
                    model.addAttribute("list", list);
                    return "campaign/list";
                })
                .orElse(SHELF);
    }

    @PostMapping(path = LISTS + "/{name}", params = "publish")
    @AllowedTo(Role.MARKETER)
    String publish(@PathVariable String name, Principal marketer, RedirectAttributes after) {
        if (known(name).draft(name).isEmpty()) {
            return SHELF;
        }
        if (desk.publish(name, marketer.getName()) instanceof Printing.Faulty faulty) {
            after.addFlashAttribute(UNFIT, faulty.diagnostics().get(0).toString());
            return LIST + name;
        }
        after.addFlashAttribute("published", name);
        return SHELF;
    }

    @PostMapping(path = LISTS + "/{name}", params = "discard")
    @AllowedTo(Role.MARKETER)
    String discard(@PathVariable String name, Principal marketer) {
        known(name).discard(name, marketer.getName());
        return SHELF;
    }

    private ListDesk known(String name) {
        if (!ListDesk.isName(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No list can have the name (" + name + ").");
        }
        return desk;
    }
}
