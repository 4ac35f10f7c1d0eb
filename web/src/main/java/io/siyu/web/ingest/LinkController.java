package io.siyu.web.ingest;

import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.message.Links;
import io.siyu.message.Links.Visit;
import io.siyu.partition.Arrival;
import io.siyu.partition.HouseTime;
import io.siyu.partition.Intake;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.StoreDownException;
import io.siyu.rule.Edition;
import io.siyu.web.access.AllowedToEveryone;
import io.siyu.web.publish.Publishing;
import io.siyu.web.settings.ClockMode;
import io.siyu.web.settings.ServerSettings;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door links of messages lead over: it tells of the click, and leads on to where the message's text pointed, nowhere else. */
@RestController
class LinkController {
    private static final Logger LOG = LoggerFactory.getLogger(LinkController.class);
    private static final int EDITIONS = 8;
    private static final String EDITION = "[0-9a-f]{12}";
    private static final String CLICKED = "message.clicked";

    private final Intake intake;
    private final PartitionStates states;
    private final HouseTime time;
    private final Publishing publishing;
    private final boolean traceClock;
    private final Map<String, Edition> known = new LinkedHashMap<>();

    LinkController(
            Intake intake, PartitionStates states, HouseTime time, Publishing publishing, ServerSettings settings) {
        this.intake = intake;
        this.states = states;
        this.time = time;
        this.publishing = publishing;
        this.traceClock = settings.clock() == ClockMode.TRACE;
    }

    /** What a link of a message says of it. */
    record Ticket(
            @Nullable String m,
            @Nullable String t,
            @Nullable String u,
            @Nullable String o) {
        Visit visit(String name) {
            return new Visit(name, said(m), said(t), said(u), said(o));
        }

        private static String said(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @GetMapping("/l/{edition}/{name}")
    @AllowedToEveryone
    ResponseEntity<Void> visit(@PathVariable String edition, @PathVariable String name, Ticket ticket) {
        Visit visit = ticket.visit(name);
        Optional<String> target =
                Links.isMessage(visit) ? edition(edition).flatMap(its -> Links.target(its, visit)) : Optional.empty();
        if (target.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        tellIfKnown(visit, target.get());
        return ResponseEntity.status(HttpStatus.FOUND)
                .cacheControl(CacheControl.noStore())
                .location(URI.create(target.get()))
                .build();
    }

    private void tellIfKnown(Visit visit, String target) {
        try {
            if (isKnown(visit)) {
                tell(visit, target);
            }
        } catch (StoreDownException away) {
            LOG.debug("A click is not told of, as the store is away: {}", String.valueOf(away.getMessage()));
        }
    }

    // why: anybody can make up a link; only a member who is or was in that round of the campaign can have clicked one
    private boolean isKnown(Visit visit) {
        Subject member = Subject.member(visit.member());
        State state = states.states(List.of(member)).get(member);
        return state != null && state.enrolments().knows(visit.campaign(), visit.occurrence());
    }

    private void tell(Visit visit, String target) {
        Instant now = time.now();
        Event click = HouseEvent.of(
                        publishing.edition().catalogue().require(CLICKED),
                        "click-" + visit.message() + "-" + visit.name())
                .with("message", visit.message())
                .with("campaign", visit.campaign())
                .with("step", visit.step())
                .with("template", visit.template())
                .with("link", target)
                .about(Subject.member(visit.member()), now);
        // why: a click the house has no room for is lost; the member must not wait for it
        intake.accept(List.of(new Arrival(click, Map.of(), traceClock ? now : null)));
    }

    private Optional<Edition> edition(String hash) {
        Edition inForce = publishing.edition();
        if (inForce.hash().equals(hash)) {
            return Optional.of(inForce);
        }
        if (!hash.matches(EDITION)) {
            return Optional.empty();
        }
        synchronized (known) {
            Edition earlier = known.get(hash);
            if (earlier == null) {
                earlier = publishing
                        .playbook(hash)
                        .flatMap(playbook -> publishing.read(playbook).draft())
                        .orElse(null);
                if (earlier == null) {
                    return Optional.empty();
                }
                if (known.size() >= EDITIONS) {
                    known.remove(known.keySet().iterator().next());
                }
                known.put(hash, earlier);
            }
            return Optional.of(earlier);
        }
    }
}
