package io.siyu.web.condition;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.Role;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class ConditionController {
    private final Sheets sheets;
    private final HitsDesk hits;

    ConditionController(Sheets sheets, HitsDesk hits) {
        this.sheets = sheets;
        this.hits = hits;
    }

    /** The rows a text is, or the rows as somebody changed them with the text they stand for. */
    @PostMapping("/conditions/rows")
    @AllowedTo(Role.MARKETER)
    String rows(@RequestParam MultiValueMap<String, String> sent, Locale locale, Model model) {
        String place = String.valueOf(sent.getFirst("place"));
        String text = sent.getFirst("text");
        String form = sent.getFirst("form");
        String language = locale.getLanguage();
        model.addAttribute(
                        "sheet",
                        text == null ? sheets.changed(place, sent, language) : sheets.read(place, text, language))
                .addAttribute("of", form == null ? "c" : form);
        return "condition/rows :: rows";
    }

    /** How often a text would have held. */
    @PostMapping("/conditions/hits")
    @AllowedTo(Role.MARKETER)
    String hits(@RequestParam String place, @RequestParam String text, Model model) {
        model.addAttribute("reading", false);
        try {
            hits.of(place, text).ifPresent(told -> model.addAttribute("hits", told));
        } catch (ResponseStatusException unavailable) {
            if (unavailable.getStatusCode() != HttpStatus.SERVICE_UNAVAILABLE) {
                throw unavailable;
            }
            // why: the week takes seconds to read once; that is no fault a browser has to complain of
            model.addAttribute("reading", true);
        }
        return "condition/hits :: hits";
    }
}
