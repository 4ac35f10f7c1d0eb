package io.siyu.web.campaign;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What head office offers, and what stores made of it. */
@Controller
class OfferController {
    private static final String PAGE = "redirect:/campaign/-/offers";

    private final OfferDesk desk;

    OfferController(OfferDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/campaign/-/offers")
    @AllowedToSignedIn
    String show(Locale locale, Model model) {
        model.addAttribute("offers", desk.all(locale.getLanguage())).addAttribute("places", desk.places());
        return "campaign/offers";
    }

    @GetMapping("/api/campaign-offers")
    @AllowedToPrograms
    @ResponseBody
    List<OfferDesk.Told> offers(Locale locale) {
        return desk.all(locale.getLanguage());
    }

    @PostMapping("/campaign/{id}/offer")
    @AllowedTo(Role.MARKETER)
    String offer(@PathVariable String id, Principal marketer, RedirectAttributes after) {
        try {
            desk.offer(id, marketer.getName());
        } catch (IllegalArgumentException faulty) {
            after.addFlashAttribute("unfit", faulty.getMessage());
        }
        return PAGE;
    }

    @PostMapping(path = "/campaign/-/offers/{id}", params = "withdraw")
    @AllowedTo(Role.MARKETER)
    String withdraw(@PathVariable String id) {
        desk.withdraw(id);
        return PAGE;
    }

    @PostMapping(path = "/campaign/-/offers/{id}", params = "adopt")
    @AllowedTo(Role.MARKETER)
    String adopt(@PathVariable String id, @RequestParam String store, Principal marketer, RedirectAttributes after) {
        try {
            return "redirect:/campaign/" + desk.adopt(id, store.strip(), marketer.getName());
        } catch (IllegalArgumentException unfit) {
            after.addFlashAttribute("unfit", unfit.getMessage());
            return PAGE;
        }
    }
}
