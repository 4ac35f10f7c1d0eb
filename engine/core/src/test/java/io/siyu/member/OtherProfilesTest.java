package io.siyu.member;

import static io.siyu.member.Told.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Event;
import io.siyu.event.Subject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OtherProfilesTest {

    @Test
    void describes_a_community_and_counts_its_members() {
        Subject id = Subject.parse("community/c1");
        Event told = event(id, "community.updated", "2026-01-02T00:00:00Z", "type", "content", "members", 10L);
        Event joined = event(id, "community.counted", "2026-01-03T00:00:00Z", "member", "m1", "change", 1L);
        Event late = event(id, "community.updated", "2026-01-01T00:00:00Z", "type", "service", "store", "s1");

        assertThat(after("community/c1", told, joined, late))
                .isEqualTo(new CommunityProfile("", "content", "", "", 11, told.time()));
    }

    @Test
    void forgets_stock_that_has_expired() {
        Subject store = Subject.parse("store/s1");
        Profile profile = after(
                "store/s1",
                event(
                        store,
                        "stock.expiring",
                        "2026-01-01T00:00:00Z",
                        "sku",
                        "milk",
                        "expiresAt",
                        Instant.parse("2026-01-02T00:00:00Z")),
                event(
                        store,
                        "stock.expiring",
                        "2026-01-03T00:00:00Z",
                        "sku",
                        "bread",
                        "expiresAt",
                        Instant.parse("2026-01-04T00:00:00Z")));

        assertThat(((StoreProfile) profile).expiring()).containsOnlyKeys("bread");
    }

    @Test
    void sums_tasks_and_rewards_of_staff() {
        Subject staff = Subject.parse("staff/g1");
        Profile profile = after(
                "staff/g1",
                event(staff, "task.done", "2026-01-02T00:00:00Z"),
                event(staff, "task.done", "2026-01-01T00:00:00Z"),
                event(staff, "reward.earned", "2026-01-03T00:00:00Z", "amount", 500L),
                event(staff, "reward.earned", "2026-01-03T00:00:00Z", "amount", -200L));

        assertThat(profile).isEqualTo(new StaffProfile(2, Instant.parse("2026-01-02T00:00:00Z"), 300));
    }

    @Test
    void counts_a_campaigns_goals() {
        Event goal = event(
                Subject.parse("campaign/x"), "goal.counted", "2026-01-02T00:00:00Z", "campaign", "x", "event", "e");

        assertThat(after("campaign/x", goal, goal)).isEqualTo(new CampaignProfile(2, false));
    }

    private static Profile after(String subject, Event... events) {
        State state = State.fresh(Subject.parse(subject), 1);
        for (Event event : events) {
            state = state.after(event, event.time());
        }
        return state.profile();
    }
}
