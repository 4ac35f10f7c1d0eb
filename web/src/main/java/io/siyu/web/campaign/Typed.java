package io.siyu.web.campaign;

import io.siyu.web.publish.LockedDraftException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers that were refused a moment ago, by their places in the file; they stand in the form until they are mended. */
record Typed(Map<String, String> answers) {
    private static final String NAME = "typed";

    /** Saves answers; hands refused ones, and why, on to the page that comes next. Whether they were saved. */
    static boolean saved(Map<String, String> answers, Runnable saving, RedirectAttributes after) {
        try {
            saving.run();
            return true;
        } catch (LockedDraftException locked) {
            after.addFlashAttribute("locked", locked.getMessage());
        } catch (UnwritableException refused) {
            Map<String, String> places = new TreeMap<>(answers);
            places.keySet().removeIf(name -> !name.startsWith("/"));
            after.addFlashAttribute("unwritten", refused.getMessage()).addFlashAttribute(NAME, places);
        }
        return false;
    }

    /** Those that were handed to this page. */
    static Typed in(Model model) {
        Map<String, String> answers = new TreeMap<>();
        if (model.getAttribute(NAME) instanceof Map<?, ?> typed) {
            typed.forEach((pointer, answer) -> answers.put(String.valueOf(pointer), String.valueOf(answer)));
        }
        return new Typed(answers);
    }

    /** The campaign with them. */
    CampaignDesk.Open open(CampaignDesk desk, String id) {
        return open(desk, id, Previews.Wanted.of(LocaleContextHolder.getLocale().getLanguage(), Map.of()));
    }

    /** The campaign with them, as somebody wants to see it. */
    CampaignDesk.Open open(CampaignDesk desk, String id, Previews.Wanted wanted) {
        return answers.isEmpty() ? desk.open(id, wanted) : desk.answered(id, answers, wanted);
    }
}
