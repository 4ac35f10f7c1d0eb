package io.siyu.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Entry;
import io.siyu.campaign.Journey;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.campaign.Window;
import io.siyu.web.lifecycle.Run.House;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Campaign CADENCE = campaign(new Trigger.OnCadence(LocalDate.of(2026, 11, 4), 12, List.of()));
    private static final Campaign EVENT = campaign(new Trigger.OnEvent("order.placed", List.of()));

    private static Campaign campaign(Trigger trigger) {
        return campaign(trigger, Journey.PLAIN);
    }

    private static Campaign campaign(Trigger trigger, Journey journey) {
        Step step = new Step.Act(
                "hello",
                new Step.Action.Send("phone", new Text(Map.of("en", "Hello"))),
                new Moment(12, LocalTime.of(10, 0), Duration.ofHours(2)),
                Audience.MEMBERS,
                List.of());
        return new Campaign(
                "c",
                "campaigns/c.yaml",
                new Text(Map.of("en", "C")),
                Purpose.MARKETING,
                0,
                trigger,
                List.of(step),
                List.of(),
                null,
                List.of(),
                0,
                journey);
    }

    private static House at(String local) {
        return new House(ZONE, Instant.parse(local + "+08:00"), Set.of(), Set.of());
    }

    private static Stage stage(Campaign campaign, House house) {
        return Run.stage(campaign, house);
    }

    @Test
    void a_cadence_is_scheduled_until_its_first_step_and_over_when_its_last_window_closes() {
        assertThat(stage(CADENCE, at("2026-11-15T09:59:59"))).isEqualTo(Stage.SCHEDULED);
        assertThat(stage(CADENCE, at("2026-11-15T10:00:00"))).isEqualTo(Stage.LIVE);
        assertThat(stage(CADENCE, at("2026-11-15T11:59:59"))).isEqualTo(Stage.LIVE);
        assertThat(stage(CADENCE, at("2026-11-15T12:00:00"))).isEqualTo(Stage.ENDED);
    }

    @Test
    void what_waits_for_events_is_live_unless_its_window_says_otherwise() {
        Window window =
                new Window(LocalDateTime.parse("2026-11-01T08:00:00"), LocalDateTime.parse("2026-12-01T08:00:00"));
        Campaign bounded = campaign(EVENT.trigger(), new Journey(Entry.FREE, List.of(), Map.of(), window, "", false));
        assertThat(stage(EVENT, at("2026-10-01T10:00:00"))).isEqualTo(Stage.LIVE);
        assertThat(stage(bounded, at("2026-11-01T07:59:59"))).isEqualTo(Stage.SCHEDULED);
        assertThat(stage(bounded, at("2026-11-01T08:00:00"))).isEqualTo(Stage.LIVE);
        assertThat(stage(bounded, at("2026-12-01T08:00:00"))).isEqualTo(Stage.ENDED);
    }

    @Test
    void ended_goes_before_paused_and_paused_before_live() {
        Instant now = Instant.parse("2026-11-15T02:30:00Z");
        assertThat(stage(CADENCE, new House(ZONE, now, Set.of("c"), Set.of()))).isEqualTo(Stage.PAUSED);
        assertThat(stage(CADENCE, new House(ZONE, now, Set.of("c"), Set.of("c"))))
                .isEqualTo(Stage.ENDED);
        assertThat(stage(CADENCE, new House(ZONE, now, Set.of("other"), Set.of())))
                .isEqualTo(Stage.LIVE);
    }
}
