package io.siyu.web.replay;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ReplayController {

    private final Traces traces;
    private final ReplayRoom room;

    ReplayController(Traces traces, ReplayRoom room) {
        this.traces = traces;
        this.room = room;
    }

    @GetMapping("/replay")
    @AllowedToSignedIn
    String choose(Model model) {
        model.addAttribute("traces", traces.all())
                .addAttribute("directory", traces.directory())
                .addAttribute("runs", room.runs());
        return "replay/choose";
    }

    @PostMapping("/replay")
    @AllowedTo({Role.QA, Role.RULE_AUTHOR, Role.MARKETER, Role.APPROVER})
    String play(@RequestParam String trace, Principal visitor, RedirectAttributes after) {
        Optional<Run> run = room.play(trace, visitor.getName());
        if (run.isEmpty()) {
            after.addFlashAttribute("refused", trace);
        }
        return run.map(started -> "redirect:/replay/" + started.number()).orElse("redirect:/replay");
    }

    @GetMapping("/replay/{number}")
    @AllowedToSignedIn
    String read(
            @PathVariable long number,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        Run run = room.run(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("run", run);
        return fragment ? "replay/standing :: standing" : "replay/run";
    }
}
