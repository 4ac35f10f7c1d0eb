package io.siyu.web.live;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToSignedIn;
import io.siyu.web.access.Role;
import io.siyu.web.publish.Publishing;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class LiveController {

    private final LiveFeed feed;
    private final LiveStream stream;
    private final Publishing publishing;

    LiveController(LiveFeed feed, LiveStream stream, Publishing publishing) {
        this.feed = feed;
        this.stream = stream;
        this.publishing = publishing;
    }

    /**
     * The screen, or for htmx its board.
     *
     * @param since moment of the board on display; what arrived later is marked as new
     */
    @GetMapping("/live")
    @AllowedToSignedIn
    String show(
            @RequestParam(required = false) @Nullable Long since,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Locale locale,
            Model model) {
        LiveView view = feed.now(locale.getLanguage());
        model.addAttribute("view", view)
                .addAttribute("since", since == null ? view.moment() : since)
                .addAttribute("currency", publishing.edition().settings().currency());
        return fragment ? "live/board :: board" : "live/live";
    }

    @GetMapping("/live/stream")
    @AllowedToSignedIn
    SseEmitter stream() {
        return stream.open();
    }

    @GetMapping("/live/messages/{message}")
    @AllowedTo({Role.MARKETER, Role.APPROVER, Role.RULE_AUTHOR, Role.QA, Role.OPERATOR})
    String timeline(
            @PathVariable String message,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        Timeline timeline = feed.timeline(message).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("timeline", timeline);
        return fragment ? "live/timeline :: timeline" : "live/message";
    }

    /** The event that a message was sent for, and whom it happened to. */
    record Cause(String subject, String event) {}

    /** A message as lists name it: they keep it longer than its way is known, and why it was sent is known longest. */
    @GetMapping(
            path = "/live/messages/{message}",
            params = {"subject", "event"})
    @AllowedTo({Role.MARKETER, Role.APPROVER, Role.RULE_AUTHOR, Role.QA, Role.OPERATOR})
    String listed(@PathVariable String message, @ModelAttribute Cause cause, RedirectAttributes why, Model model) {
        Optional<Timeline> timeline = feed.timeline(message);
        if (timeline.isEmpty()) {
            why.addAttribute("subject", cause.subject())
                    .addAttribute("event", cause.event())
                    .addFlashAttribute("past", true);
            return "redirect:/why";
        }
        model.addAttribute("timeline", timeline.get());
        return "live/message";
    }
}
