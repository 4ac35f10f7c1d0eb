package io.siyu.web.campaign;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.publish.LockedDraftException;
import java.io.IOException;
import java.security.Principal;
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

/** A campaign's past: what was done to it, its versions and what differs, its file. */
@Controller
class HistoryController {

    private final CampaignOffice office;
    private final CampaignFiles files;
    private final Versions versions;

    HistoryController(CampaignOffice office, CampaignFiles files, Versions versions) {
        this.office = office;
        this.files = files;
        this.versions = versions;
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
                .addAttribute("name", office.name(id))
                .addAttribute("trail", office.trail(id))
                .addAttribute("versions", versions.of(id))
                .addAttribute("from", from)
                .addAttribute("to", to)
                .addAttribute("diff", versions.diff(id, from, to).orElse(null));
        return "campaign/history";
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
