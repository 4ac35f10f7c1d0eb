package io.siyu.web.campaign;

import io.siyu.partition.StoreDownException;
import io.siyu.report.whereabouts.Act;
import io.siyu.report.whereabouts.Place;
import io.siyu.report.whereabouts.StepLists;
import io.siyu.report.whereabouts.StepLists.Page;
import io.siyu.report.whereabouts.StepLists.Wanted;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.campaign.StepPlaces.Places;
import io.siyu.web.publish.Publishing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Where the proposals of a campaign's steps are: the counts, and the list behind each. */
@Controller
class FiguresController {
    private static final int PAGE = 100;

    private final CampaignOffice office;
    private final StepPlaces places;
    private final Forks forks;
    private final Publishing publishing;

    FiguresController(CampaignOffice office, StepPlaces places, Forks forks, Publishing publishing) {
        this.forks = forks;
        this.office = office;
        this.places = places;
        this.publishing = publishing;
    }

    /**
     * A count somebody wants the list of.
     *
     * @param place a word; empty for the whole audience
     * @param reason null for any
     */
    record Asked(
            String step, String act, String place, @Nullable String reason) {
        Asked {
            step = step == null ? "" : step;
            act = act == null ? "" : act;
            place = place == null ? "" : place;
        }

        Wanted of(String campaign) {
            Optional<Place> known = Place.of(place);
            if (known.isEmpty() && !place.isEmpty()) {
                throw new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no place (" + place + ").\nMaybe it is one of dropped, held, sent.");
            }
            return new Wanted(new Act(campaign, step, act), known.orElse(null), reason);
        }
    }

    @GetMapping("/campaign/{id}/figures")
    @AllowedToSignedIn
    String figures(@PathVariable String id, Model model) {
        head(id, model);
        model.addAttribute("places", places.of(id)).addAttribute("forks", forks.of(id));
        return "campaign/figures";
    }

    private void head(String id, Model model) {
        try {
            model.addAttribute("standing", office.standing(id).orElseThrow(CampaignDesk::missing))
                    .addAttribute("name", office.name(id));
        } catch (DataAccessException | TransactionException away) {
            // why: counts live in the store and go on; that nobody can be listed is told in their place
            model.addAttribute("standing", office.inForce(id).orElseThrow(CampaignDesk::missing))
                    .addAttribute("name", inForce(id));
        }
    }

    private String inForce(String id) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        return Optional.ofNullable(publishing.edition().campaigns().get(id))
                .map(campaign -> campaign.name().in(language))
                .orElse(id);
    }

    @GetMapping("/campaign/{id}/list")
    @AllowedTo({Role.MARKETER, Role.APPROVER, Role.RULE_AUTHOR, Role.QA, Role.OPERATOR})
    String list(@PathVariable String id, Asked asked, @RequestParam(defaultValue = "") String after, Model model) {
        Wanted wanted = asked.of(id);
        Places now = places.of(id);
        head(id, model);
        model.addAttribute("lists", now.lists())
                .addAttribute("count", now.of(wanted.act(), wanted.place()).orElse(null))
                .addAttribute("asked", asked)
                .addAttribute("after", after)
                .addAttribute("zone", publishing.edition().settings().zone())
                .addAttribute("page", page(wanted, after));
        return "campaign/whereabouts";
    }

    /** An empty page where nothing can be listed now; how the lists are says why. */
    private Page page(Wanted wanted, String after) {
        try {
            return places.lists().map(lists -> lists.page(wanted, after, PAGE)).orElse(new Page(List.of(), ""));
        } catch (StoreDownException away) {
            return new Page(List.of(), "");
        }
    }

    // why: written on this thread, since a file of any length must not meet the time limit of asynchronous answers.
    @GetMapping("/campaign/{id}/list.csv")
    @AllowedTo({Role.MARKETER, Role.APPROVER, Role.RULE_AUTHOR, Role.QA, Role.OPERATOR})
    void file(@PathVariable String id, Asked asked, HttpServletResponse response) throws IOException {
        CampaignDesk.path(id);
        Wanted wanted = asked.of(id);
        StepLists lists = lists();
        String name = String.join("-", id, asked.step(), asked.place()).replaceAll("[^A-Za-z0-9-]", "-");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        ListFile.write(lists, wanted, response.getOutputStream());
    }

    @GetMapping(path = "/api/campaigns/{id}/list", produces = "application/json")
    @AllowedToPrograms
    @ResponseBody
    Page list(@PathVariable String id, Asked asked, @RequestParam(defaultValue = "") String after) {
        CampaignDesk.path(id);
        return lists().page(asked.of(id), after, PAGE);
    }

    private StepLists lists() {
        return places.lists()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "This house keeps no lists.\nMaybe siyu.lists.enabled is off."));
    }
}
