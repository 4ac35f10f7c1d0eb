package io.siyu.member;

import static io.siyu.member.Told.event;
import static io.siyu.member.Told.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberProfileTest {

    @Test
    void joins_with_level_tags_and_attributes() {
        MemberProfile member = member(event(
                "member.joined",
                "2026-01-01T00:00:00Z",
                "level",
                2L,
                "tags",
                List.of("vip", "new"),
                "city",
                "上海",
                "birthday",
                "03-14",
                "phone",
                true,
                "source",
                "mini program",
                "store",
                "s1"));

        assertThat(member.joinedAt()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(member.level()).isEqualTo(2);
        assertThat(member.tags()).containsExactly("new", "vip");
        assertThat(member.attributes())
                .containsExactly(
                        java.util.Map.entry("birthday", "03-14"),
                        java.util.Map.entry("city", "上海"),
                        java.util.Map.entry("phone", true));
        assertThat(member.firstTouch())
                .isEqualTo(new Touch(Instant.parse("2026-01-01T00:00:00Z"), "mini program", "s1", ""));
    }

    @Test
    void lets_the_newest_word_win_whatever_arrives_last() {
        Event rise = event("level.changed", "2026-01-03T00:00:00Z", "level", 3L);
        Event late = event("level.changed", "2026-01-02T00:00:00Z", "level", 2L);
        Event city = event("member.updated", "2026-01-03T00:00:00Z", "city", "北京");
        Event lateCity = event("member.updated", "2026-01-01T00:00:00Z", "city", "上海", "gender", "f");
        MemberProfile member = member(rise, late, city, lateCity);

        assertThat(member.level()).isEqualTo(3);
        assertThat(member.attributes()).containsEntry("city", "北京").containsEntry("gender", "f");
    }

    @Test
    void takes_the_later_of_two_words_at_the_same_time() {
        String time = "2026-01-03T00:00:00Z";

        assertThat(member(event("level.changed", time, "level", 3L), event("level.changed", time, "level", 4L))
                        .level())
                .isEqualTo(4);
    }

    @Test
    void removes_tags() {
        MemberProfile member = member(
                event("member.updated", "2026-01-01T00:00:00Z", "tags", List.of("a", "b")),
                event("member.updated", "2026-01-02T00:00:00Z", "tagsRemoved", List.of("a", "x")));

        assertThat(member.tags()).containsExactly("b");
        assertThat(member.tagged("b")).isSameAs(member);
        assertThat(member.tagged("a").tags()).containsExactly("a", "b");
    }

    @Test
    void keeps_first_and_last_touch_by_event_time() {
        MemberProfile member = member(
                event("store.visited", "2026-01-02T00:00:00Z", "store", "s2"),
                event("code.scanned", "2026-01-03T00:00:00Z", "staff", "g3", "source", "shelf"),
                event("page.viewed", "2026-01-01T00:00:00Z", "source", "wechat"),
                event("order.shipped", "2026-01-09T00:00:00Z", "store", "s9"));

        assertThat(member.firstTouch().source()).isEqualTo("wechat");
        assertThat(member.lastTouch()).isEqualTo(new Touch(Instant.parse("2026-01-03T00:00:00Z"), "shelf", "", "g3"));
    }

    @Test
    void follows_communities_also_when_leaving_is_heard_of_first() {
        MemberProfile member = member(
                event("community.joined", "2026-01-01T00:00:00Z", "community", "a"),
                event("community.left", "2026-01-05T00:00:00Z", "community", "b"),
                event("community.joined", "2026-01-02T00:00:00Z", "community", "b"),
                event("community.joined", "2026-01-06T00:00:00Z", "community", "c"),
                event("community.left", "2026-01-07T00:00:00Z", "community", "c"));

        assertThat(member.communities()).containsExactly("a");
    }

    @Test
    void is_the_same_object_when_an_event_tells_nothing_new() {
        MemberProfile member = member(event("level.changed", "2026-01-03T00:00:00Z", "level", 3L));

        for (Event nothing : List.of(
                event("tick", "2026-01-04T00:00:00Z"),
                event("page.viewed", "2026-01-04T00:00:00Z", "page", "home"),
                event("member.merged", "2026-01-04T00:00:00Z", "from", "m2"),
                event("level.changed", "2026-01-02T00:00:00Z", "level", 1L),
                event("order.shipped", "2026-01-04T00:00:00Z", "orderId", "1"))) {
            assertThat(member.after(nothing, nothing.time())).isSameAs(member);
        }
    }

    @Test
    void leaves_the_profile_before_as_it_was() {
        MemberProfile before = member(event("member.updated", "2026-01-01T00:00:00Z", "tags", List.of("a")));
        member(event("member.updated", "2026-01-01T00:00:00Z", "tags", List.of("a")));
        before.after(event("member.updated", "2026-01-02T00:00:00Z", "tags", List.of("b"), "level", 5L), Instant.EPOCH);

        assertThat(before.tags()).containsExactly("a");
        assertThat(before.level()).isZero();
    }
}
