package io.siyu.web.audience;

import io.siyu.campaign.SavedAudience;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.audience.AudienceDesk.Sending;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The saved audiences for whoever works in the house, and whom each of them or a campaign reaches. */
@Controller
class AudienceController {
    private static final String SHELF = "/campaign/-/audiences";

    private final AudienceDesk desk;
    private final ListDesk lists;

    /** One of the shelf, in the visitor's language. */
    record Card(String id, String name, String file) {
        private static Card of(SavedAudience audience, Locale locale) {
            return new Card(audience.id(), audience.name().in(locale.getLanguage()), audience.file());
        }
    }

    /**
     * What the address asks for.
     *
     * @param purpose marketing if absent
     * @param exact whether every member is asked; a sample if absent
     */
    record Asked(@Nullable String purpose, @Nullable Boolean exact) {
        private String word() {
            return purpose == null ? "marketing" : purpose;
        }

        private boolean isExact() {
            return Boolean.TRUE.equals(exact);
        }
    }

    AudienceController(AudienceDesk desk, ListDesk lists) {
        this.desk = desk;
        this.lists = lists;
    }

    @GetMapping(SHELF)
    @AllowedToSignedIn
    String shelf(Locale locale, Model model) {
        List<Card> cards = desk.audiences().stream()
                .map(audience -> Card.of(audience, locale))
                .toList();
        model.addAttribute("audiences", cards).addAttribute("lists", lists.all());
        return "campaign/audiences";
    }

    @GetMapping(SHELF + "/{id}")
    @AllowedToSignedIn
    String show(@PathVariable String id, Asked asked, Locale locale, Model model) {
        model.addAttribute("audience", Card.of(desk.audience(id), locale)).addAttribute("purpose", asked.word());
        Sending sending = new Sending(asked.word(), "");
        count(() -> desk.ofAudience(id, sending, asked.isExact()), SHELF + "/" + id, model);
        return "campaign/audience";
    }

    /** A part of a campaign's screens, which fetch it when they are open already. */
    @GetMapping("/campaign/{id}/reach")
    @AllowedToSignedIn
    String ofCampaign(@PathVariable String id, @RequestParam(defaultValue = "false") boolean exact, Model model) {
        count(() -> desk.ofCampaign(id, exact), "/campaign/" + id + "/reach", model);
        return "campaign/reach :: reach";
    }

    private static void count(Supplier<ReachTold> counting, String path, Model model) {
        model.addAttribute("path", path);
        try {
            ReachTold told = counting.get();
            model.addAttribute("told", told).addAttribute("lines", told.asLines());
        } catch (IllegalArgumentException unfit) {
            model.addAttribute("unfit", unfit.getMessage());
        }
    }
}
