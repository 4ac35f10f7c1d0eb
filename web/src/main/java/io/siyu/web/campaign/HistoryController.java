package io.siyu.web.campaign;

import io.siyu.decision.Verdict;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.campaign.StepCounts.Figure;
import io.siyu.web.publish.LockedDraftException;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A campaign's past: what was done to it, its versions and what differs, its figures, its file. */
@Controller
class HistoryController {

    private final CampaignOffice office;
    private final CampaignFiles files;
    private final Versions versions;
    private final StepCounts figures;

    HistoryController(CampaignOffice office, CampaignFiles files, Versions versions, StepCounts figures) {
        this.office = office;
        this.files = files;
        this.versions = versions;
        this.figures = figures;
    }

    /** @param from revision of the older version; -1 for the one before the newer */
    @GetMapping("/campaign/{id}/history")
    @AllowedToSignedIn
    String history(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") long from,
            @RequestParam(defaultValue = "0") long to,
            Model model) {
        Standing standing = office.standing(id).orElseThrow(CampaignDesk::missing);
        model.addAttribute("standing", standing)
                .addAttribute("trail", office.trail(id))
                .addAttribute("versions", versions.of(id))
                .addAttribute("from", from)
                .addAttribute("to", to)
                .addAttribute("diff", versions.diff(id, from, to).orElse(null));
        return "campaign/history";
    }

    /** A count somebody wants the list of; empty for none. */
    record Wanted(String step, String verdict, String reason) {
        Wanted {
            step = step == null ? "" : step;
            verdict = verdict == null ? "" : verdict;
            reason = reason == null ? "" : reason;
        }

        boolean isOne() {
            return Arrays.stream(Verdict.values()).anyMatch(one -> one.word().equals(verdict));
        }
    }

    @GetMapping("/campaign/{id}/figures")
    @AllowedToSignedIn
    String figures(@PathVariable String id, Wanted wanted, Model model) {
        model.addAttribute("standing", office.standing(id).orElseThrow(CampaignDesk::missing))
                .addAttribute("steps", figures.of(id))
                .addAttribute("step", wanted.step())
                .addAttribute("verdict", wanted.verdict())
                .addAttribute("reason", wanted.reason());
        if (wanted.isOne()) {
            Figure figure = new Figure(wanted.verdict(), wanted.reason(), 0);
            model.addAttribute("listed", figures.newest(id, wanted.step(), figure));
        }
        return "campaign/figures";
    }

    @GetMapping("/campaign/{id}/file")
    @AllowedToSignedIn
    ResponseEntity<byte[]> file(@PathVariable String id, @RequestParam(defaultValue = "0") long revision) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".yaml")
                                .build()
                                .toString())
                .body(files.bytes(id, revision));
    }

    @PostMapping("/campaign/-/file")
    @AllowedTo(Role.MARKETER)
    String keep(@RequestParam MultipartFile file, Principal marketer, RedirectAttributes after) throws IOException {
        try {
            String id = CampaignFiles.id(file.getBytes());
            files.keep(id, file.getBytes(), marketer.getName());
            return "redirect:/campaign/" + id;
        } catch (IllegalArgumentException | LockedDraftException unfit) {
            after.addFlashAttribute("unfit", unfit.getMessage());
            return "redirect:/campaign";
        }
    }
}
