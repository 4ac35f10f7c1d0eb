package io.siyu.web.outbox;

import io.siyu.dispatch.DeadLetters;
import io.siyu.report.Rollback;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.metrics.PromiseAlarm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class OutboxController {

    /** Dead letters on one page. */
    static final int SHOWN = 200;

    private final DeadLetters deadLetters;

    private final Rollback rollback;

    private final PromiseAlarm alarm;

    OutboxController(DeadLetters deadLetters, Rollback rollback, PromiseAlarm alarm) {
        this.deadLetters = deadLetters;
        this.rollback = rollback;
        this.alarm = alarm;
    }

    @GetMapping("/outbox")
    @AllowedToSignedIn
    String list(Model model) {
        model.addAttribute("letters", deadLetters.newest(SHOWN));
        model.addAttribute("loss", rollback.loss().orElse(null));
        model.addAttribute("promises", alarm.on());
        return "outbox/list";
    }

    @PostMapping("/outbox/rollback")
    @AllowedTo(Role.OPERATOR)
    String acknowledge(RedirectAttributes after) {
        if (rollback.acknowledge()) {
            after.addFlashAttribute("acknowledged", true);
        }
        return "redirect:/outbox";
    }

    @PostMapping("/outbox/{partition}/{id}")
    @AllowedTo(Role.OPERATOR)
    String requeue(@PathVariable int partition, @PathVariable String id, RedirectAttributes after) {
        boolean again = deadLetters.requeue(partition, id);
        after.addFlashAttribute(again ? "requeued" : "kept", id);
        return "redirect:/outbox";
    }
}
