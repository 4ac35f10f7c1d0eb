package io.siyu.web.why;

import io.siyu.archive.Because;
import io.siyu.archive.Why;
import io.siyu.campaign.Nearest;
import io.siyu.event.Subject;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.access.Role;
import io.siyu.web.page.Effort;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

@Controller
class WhyController {

    private static final String YAML = "application/yaml";

    private final Why why;
    private final Keeping keeping;
    private final Effort effort;

    WhyController(Why why, Keeping keeping, Effort effort) {
        this.why = why;
        this.keeping = keeping;
        this.effort = effort;
    }

    @GetMapping(path = "/api/why", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedToPrograms
    @ResponseBody
    WhyAnswer tell(
            @RequestParam String subject,
            @RequestParam String event,
            @RequestParam(required = false) @Nullable String rule) {
        try {
            return answer(subject, event, rule);
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, wrong.getMessage(), wrong);
        }
    }

    @GetMapping(path = "/api/why/scenario", produces = YAML)
    @AllowedToPrograms
    @ResponseBody
    String keep(@RequestParam String subject, @RequestParam String event) {
        try {
            return scenario(subject, event);
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, wrong.getMessage(), wrong);
        }
    }

    /** What happened as a file to be put into the playbook. */
    @GetMapping("/why/scenario")
    @AllowedTo({Role.RULE_AUTHOR, Role.QA})
    Object download(@RequestParam String subject, @RequestParam String event, Model model) {
        String file;
        try {
            file = scenario(subject, event);
        } catch (IllegalArgumentException wrong) {
            model.addAttribute("subject", subject)
                    .addAttribute("event", event)
                    .addAttribute("fault", wrong.getMessage());
            return "why/show";
        }
        String name = event.replaceAll("[^A-Za-z0-9-]", "-") + ".scenario.yaml";
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.parseMediaType(YAML))
                .body(file);
    }

    private String scenario(String subject, String event) {
        Subject about = Subject.parse(subject);
        List<Because> because = known(about, event);
        return effort.spend(() -> keeping.scenario(about, event, because))
                .orElseThrow(() -> new IllegalArgumentException("What the event (" + event
                        + ") brought does not show in a scenario.\nMaybe it needs more than the"
                        + " member's own events; siyu shrink keeps a trace of several members."));
    }

    /** The screen; empty until it is asked about somebody. */
    @GetMapping("/why")
    @AllowedTo({Role.MARKETER, Role.APPROVER, Role.RULE_AUTHOR, Role.QA, Role.OPERATOR})
    String show(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String event,
            Model model) {
        model.addAttribute("subject", subject.strip()).addAttribute("event", event.strip());
        if (!subject.isBlank() && !event.isBlank()) {
            try {
                model.addAttribute("answer", answer(subject.strip(), event.strip(), null));
            } catch (IllegalArgumentException wrong) {
                model.addAttribute("fault", wrong.getMessage());
            }
        }
        return "why/show";
    }

    private WhyAnswer answer(String subject, String event, @Nullable String rule) {
        Subject about = Subject.parse(subject);
        List<Because> because = known(about, event);
        List<String> asked = because.stream()
                .flatMap(one -> one.asked().stream())
                .flatMap(one -> one.rules().stream())
                .map(explained -> explained.rule().name())
                .toList();
        if (rule != null && !asked.contains(rule)) {
            throw new IllegalArgumentException(
                    "No rule (" + rule + ") was asked about the event (" + event + ").\n" + Nearest.maybe(rule, asked));
        }
        return new Answering(rule).of(about, event, because);
    }

    private List<Because> known(Subject about, String event) {
        List<Because> because = effort.spend(() -> why.of(about, event));
        if (because.isEmpty()) {
            throw new IllegalArgumentException("The house knows no event (" + event + ") about (" + about.written()
                    + ").\nMaybe the event is about another member, or has not been decided yet.");
        }
        return because;
    }
}
