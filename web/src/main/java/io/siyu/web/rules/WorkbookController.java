package io.siyu.web.rules;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.RuleTable;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.Role;
import io.siyu.web.grid.TableWorkbooks;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.LockedDraftException;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a decision table that somebody keeps as a workbook: it becomes the draft of a table of CSV. */
@Controller
class WorkbookController {
    private static final String LIST = "redirect:/rules";
    private static final String UNFIT = "unfit";

    private final Desk desk;

    WorkbookController(Desk desk) {
        this.desk = desk;
    }

    @PostMapping("/rules/-/workbook")
    @AllowedTo(Role.RULE_AUTHOR)
    String take(@RequestParam String name, @RequestParam MultipartFile file, Principal author, RedirectAttributes after)
            throws IOException {
        String path = NewFile.TABLE.path(name);
        if (!PlaybookPath.isWritable(path)) {
            after.addFlashAttribute("unusable", name);
            return LIST;
        }
        String workbook = RuleFile.FOLDER + name + ".xlsx";
        if (desk.isInForce(workbook)) {
            after.addFlashAttribute(UNFIT, twice(workbook));
            return LIST;
        }
        Faults faults = new Faults();
        Optional<List<List<String>>> rows = TableWorkbooks.read(workbook, file.getBytes(), faults);
        if (rows.isEmpty()) {
            after.addFlashAttribute(
                    UNFIT, faults.sorted().stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
            return LIST;
        }
        return keep(path, RuleTable.csv(rows.get()), author, after);
    }

    private String keep(String path, String table, Principal author, RedirectAttributes after) {
        try {
            desk.save(path, table, author.getName());
        } catch (LockedDraftException locked) {
            after.addFlashAttribute(UNFIT, locked.getMessage());
            return LIST;
        }
        after.addFlashAttribute("saved", true);
        return "redirect:" + PlaybookPath.address(path);
    }

    private static String twice(String workbook) {
        return "The workbook (" + workbook
                + ") is in force as it is; a table of its name beside it would say all of it twice."
                + "\nMaybe publish it from where it came, with ./siyu publish, or choose another name.";
    }
}
