package io.siyu.web.grid;

import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.Sheet;
import io.siyu.playbook.grid.SheetText;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.grid.GridDesk.Taking;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class GridController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final GridDesk desk;

    GridController(GridDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/campaign/{id}/grid")
    @AllowedToSignedIn
    String show(@PathVariable String id, Locale locale, Model model) {
        model.addAttribute("open", desk.open(id, locale.getLanguage()));
        return "grid/show";
    }

    @GetMapping("/campaign/{id}/grid.csv")
    @AllowedToSignedIn
    ResponseEntity<byte[]> csv(@PathVariable String id, Locale locale) {
        return file(id + ".csv", CSV, SheetText.csv(desk.sheet(id, locale.getLanguage())));
    }

    @GetMapping("/campaign/{id}/grid.xlsx")
    @AllowedToSignedIn
    ResponseEntity<byte[]> xlsx(@PathVariable String id, Locale locale) {
        return file(id + ".xlsx", XLSX, Workbooks.xlsx(desk.sheet(id, locale.getLanguage())));
    }

    @PostMapping("/campaign/{id}/grid")
    @AllowedTo(Role.MARKETER)
    String look(@PathVariable String id, GridForm form, Locale locale, Model model) {
        Faults faults = new Faults();
        String language = locale.getLanguage();
        Optional<Sheet> sheet = form.sheet(faults);
        boolean sound = sheet.isPresent() && faults.isEmpty();
        model.addAttribute("open", desk.open(id, language))
                .addAttribute("form", form)
                .addAttribute(
                        "look",
                        sound ? desk.look(id, form.beginning(), sheet.get(), language) : GridDesk.unread(faults));
        return "grid/show";
    }

    @PostMapping(path = "/campaign/{id}/grid", params = "take")
    @AllowedTo(Role.MARKETER)
    String take(@PathVariable String id, GridForm form, Principal marketer, RedirectAttributes after) {
        Sheet sheet = form.sheet(new Faults())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
        boolean taken = desk.take(id, form.beginning(), sheet, new Taking(form.shown(), marketer.getName()));
        after.addFlashAttribute(taken ? "saved" : "stale", true);
        return taken ? "redirect:/campaign/" + id : "redirect:/campaign/" + id + "/grid";
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        ContentDisposition attached =
                ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
                .body(bytes);
    }
}
