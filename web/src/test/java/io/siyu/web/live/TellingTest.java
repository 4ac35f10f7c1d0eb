package io.siyu.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Verdict;
import io.siyu.report.Story;
import io.siyu.report.Told;
import io.siyu.web.live.Timeline.Kind;
import io.siyu.web.live.Timeline.Line;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NIGHT = Instant.parse("2026-11-05T15:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-06T00:00:00Z");

    @Test
    void names_the_quartz_trigger_of_a_scheduled_message() {
        Timeline timeline = telling(true).timeline(List.of());
        assertThat(lines(timeline, Kind.RULE))
                .contains(new Line("quartz", "cadence: promo/notice/2026-11-01"), new Line("edition", "4f3c9a1e07b2"));
        assertThat(lines(telling(false).timeline(List.of()), Kind.RULE))
                .extracting(Line::name)
                .doesNotContain("quartz");
    }

    @Test
    void tells_the_holds_of_this_proposal_only_and_in_the_retailer_s_time() {
        Told held = told(Verdict.HOLD, "quiet.hours", MORNING, "p1");
        Told other = told(Verdict.HOLD, "cap.global", MORNING, "p2");
        assertThat(lines(telling(true).timeline(List.of(other, held)), Kind.GUARDS))
                .containsExactly(new Line("reason", "quiet.hours"), new Line("until", "2026-11-06 08:00"));
    }

    @Test
    void tells_where_the_entry_was_when_the_log_no_longer_holds_it() {
        Timeline timeline = telling(false).timeline(List.of());
        assertThat(timeline.stages()).extracting(Timeline.Stage::kind).startsWith(Kind.EVENT, Kind.RULE, Kind.GUARDS);
        assertThat(lines(timeline, Kind.EVENT)).containsExactly(new Line("position", "17-204"));
    }

    private static Telling telling(boolean scheduled) {
        Told sent = told(Verdict.SEND, "", null, "p1");
        return new Telling(new Story(sent, null, "sent", List.of()), scheduled, SHANGHAI);
    }

    private static List<Line> lines(Timeline timeline, Kind kind) {
        return timeline.stages().stream()
                .filter(stage -> stage.kind() == kind)
                .flatMap(stage -> stage.lines().stream())
                .toList();
    }

    private static Told told(Verdict verdict, String reason, @Nullable Instant until, String proposal) {
        String line = "{\"proposal\":\"" + proposal + "\",\"occurrence\":\"2026-11-01\",\"template\":\"promo/notice\"}";
        return new Told(
                17,
                204,
                0,
                NIGHT,
                "1001",
                "e1",
                "campaign promo step notice",
                "promo",
                "notice",
                "4f3c9a1e07b2",
                "phone",
                "m1",
                verdict,
                reason,
                until,
                "Tonight at eight",
                line);
    }
}
