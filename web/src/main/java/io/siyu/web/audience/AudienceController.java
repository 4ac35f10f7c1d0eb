package io.siyu.web.audience;

import io.siyu.campaign.SavedAudience;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.audience.AudienceDesk.Asked;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

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
        SavedAudience audience = desk.audience(id);
        model.addAttribute("audience", Card.of(audience, locale)).addAttribute("purpose", asked.word());
        Counting counting = new Counting(SHELF + "/" + id, asked, desk.callersOf(audience));
        counting.count(() -> desk.ofAudience(id, asked), model);
        return "campaign/audience";
    }

    /** A part of a campaign's screens, which fetch it when they are open already. */
    @GetMapping("/campaign/{id}/reach")
    @AllowedToSignedIn
    String ofCampaign(@PathVariable String id, Asked asked, Model model) {
        Counting counting = new Counting("/campaign/" + id + "/reach", asked, desk.callers(id));
        counting.count(() -> desk.ofCampaign(id, asked), model);
        return "campaign/reach :: reach";
    }

    /** Where is counted, and what; the store that calls is chosen before, where one has to call. */
    private record Counting(String path, Asked asked, Optional<Set<String>> callers) {
        void count(Supplier<ReachTold> counting, Model model) {
            model.addAttribute("path", path).addAttribute("callers", callers.orElse(null));
            model.addAttribute("store", asked.caller());
            if (callers.isPresent() && asked.caller().isEmpty()) {
                return;
            }
            try {
                model.addAttribute("told", counting.get()).addAttribute("exactly", exactly());
            } catch (IllegalArgumentException unfit) {
                model.addAttribute("unfit", unfit.getMessage());
            }
        }

        /** The address that counts the same by asking every member. */
        private String exactly() {
            UriComponentsBuilder exactly = UriComponentsBuilder.fromPath(path).queryParam("exact", true);
            Map<String, String> others = new TreeMap<>();
            others.put("purpose", Objects.requireNonNullElse(asked.purpose(), ""));
            others.put("store", asked.caller());
            others.values().removeIf(String::isEmpty);
            others.keySet().forEach(name -> exactly.queryParam(name, "{" + name + "}"));
            return exactly.encode().buildAndExpand(others).toUriString();
        }
    }
}
