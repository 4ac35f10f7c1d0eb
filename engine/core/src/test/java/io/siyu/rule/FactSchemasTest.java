package io.siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Distance;
import io.siyu.campaign.MemberList;
import io.siyu.campaign.Position;
import io.siyu.campaign.Registers;
import io.siyu.campaign.Store;
import io.siyu.campaign.Unit;
import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.Values;
import io.siyu.member.CommunityProfile;
import io.siyu.member.Coupon;
import io.siyu.member.Enrolment;
import io.siyu.member.MemberProfile;
import io.siyu.member.State;
import io.siyu.playbook.CatalogueFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactSchemasTest {

    private static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");
    private static final FactSchema SCHEMA = FactSchemas.of(CATALOGUE);
    private static final EventType ORDER = CATALOGUE.require("order.placed");
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    private State state = State.fresh(Subject.member("m1"), 1);

    @Test
    void reads_a_fresh_member() {
        assertThat(read("member.level")).isEqualTo(0L);
        assertThat(read("member.orders")).isEqualTo(0L);
        assertThat(read("member.lastOrderAt")).isNull();
        assertThat(read("member.daysSinceLastOrder")).isNull();
        assertThat(read("member.ordersIn", Duration.ofDays(30))).isEqualTo(0L);
        assertThat(read("member.joinedAt")).isNull();
        assertThat(read("member.phone")).isEqualTo(false);
        assertThat(read("member.birthday")).isNull();
        assertThat(read("member.lastSource")).isNull();
        assertThat(read("coupon.kind")).isNull();
        assertThat(read("community.type")).isNull();
    }

    @Test
    void reads_orders_in_windows_that_end_now() {
        order("2026-01-01T00:00:00Z", 1_000, "s1");
        order("2026-06-01T00:00:00Z", 2_000, "s2");
        order("2026-06-29T00:00:00Z", 4_000, "s2");

        assertThat(read("member.orders")).isEqualTo(3L);
        assertThat(read("member.spent")).isEqualTo(7_000L);
        assertThat(read("member.ordersIn", Duration.ofDays(30))).isEqualTo(2L);
        assertThat(read("member.spentIn", Duration.ofDays(7))).isEqualTo(4_000L);
        assertThat(read("member.ordersAt", "s2")).isEqualTo(2L);
        assertThat(read("member.daysSinceLastOrder")).isEqualTo(1L);
        assertThat(read("member.lastStore")).isEqualTo("s2");
    }

    @Test
    void reads_what_members_told() {
        tell(
                "member.joined",
                "2026-06-01T00:00:00Z",
                Map.of("level", 2L, "tags", List.of("vip"), "birthday", "03-14", "phone", true, "city", "上海"));
        tell("community.joined", "2026-06-02T00:00:00Z", Map.of("community", "c1", "source", "shelf"));

        assertThat(read("member.joinedAt")).isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(read("member.tags")).isEqualTo(List.of("vip"));
        assertThat(read("member.tagged", "vip")).isEqualTo(true);
        assertThat(read("member.tagged", "new")).isEqualTo(false);
        assertThat(read("member.communities")).isEqualTo(List.of("c1"));
        assertThat(read("member.birthday")).isEqualTo("03-14");
        assertThat(read("member.phone")).isEqualTo(true);
        assertThat(read("member.city")).isEqualTo("上海");
        assertThat(read("member.firstSource")).isEqualTo("shelf");
    }

    @Test
    void reads_the_coupon_a_fact_is_about() {
        tell(
                "coupon.issued",
                "2026-06-01T00:00:00Z",
                Map.of("couponId", "c", "kind", "A", "value", 500L, "expiresAt", NOW.plusSeconds(1), "campaign", "x"));
        tell("coupon.redeemed", "2026-06-02T00:00:00Z", Map.of("couponId", "c"));

        assertThat(read("coupon.kind")).isEqualTo("A");
        assertThat(read("coupon.value")).isEqualTo(500L);
        assertThat(read("coupon.redemptions")).isEqualTo(1L);
        assertThat(read("coupon.open")).isEqualTo(true);
        assertThat(read("coupon.claimed")).isEqualTo(false);
        assertThat(read("member.openCoupons")).isEqualTo(1L);
    }

    @Test
    void knows_whether_the_member_is_inside_a_campaign() {
        Enrolment enrolment = new Enrolment("spring", "o", NOW, "e", NOW, "", Map.of());
        state = state.with(state.enrolments().opened(enrolment));

        assertThat(read("member.enrolled", "spring")).isEqualTo(true);
        assertThat(read("member.enrolled", "autumn")).isEqualTo(false);
    }

    @Test
    void knows_which_kinds_of_coupon_can_be_redeemed_now() {
        coupon("open", "A", NOW.plusSeconds(1));
        coupon("over", "B", NOW);

        assertThat(read("member.holds", "A")).isEqualTo(true);
        assertThat(read("member.holds", "B"))
                .as("its time ends with its last moment")
                .isEqualTo(false);
        assertThat(read("member.holds", "C")).isEqualTo(false);
    }

    @Test
    void knows_where_the_member_bought_lately() {
        order("2026-06-28T12:00:00Z", 1_000, "s1");
        order("2026-06-29T12:00:00Z", 1_000, "s2");

        assertThat(read("member.boughtIn", "s1", Duration.ofDays(3))).isEqualTo(true);
        assertThat(read("member.boughtIn", "s1", Duration.ofDays(2)))
                .as("a window's beginning is left out")
                .isEqualTo(false);
        assertThat(read("member.boughtIn", "s3", Duration.ofDays(3))).isEqualTo(false);
    }

    @Test
    void knows_which_products_the_member_bought_lately() {
        ordered("2026-06-28T12:00:00Z", "tea", "cup");
        ordered("2026-06-30T12:00:00Z", "cup");

        assertThat(read("member.bought", "tea", Duration.ofDays(3))).isEqualTo(true);
        assertThat(read("member.bought", "tea", Duration.ofDays(2)))
                .as("a window's beginning is left out")
                .isEqualTo(false);
        assertThat(read("member.bought", "cup", Duration.ofMinutes(1)))
                .as("the event's own order counts")
                .isEqualTo(true);
        assertThat(read("member.bought", "pot", Duration.ofDays(3))).isEqualTo(false);
    }

    @Test
    void knows_which_stores_a_member_may_be_near_to() {
        tell("member.updated", "2026-06-01T00:00:00Z", Map.of("position", "wtw3s"));

        assertThat(of("member.near", "inside", new Distance(1))).isEqualTo(true);
        assertThat(of("member.near", "beside", new Distance(3_900))).isEqualTo(false);
        assertThat(of("member.near", "beside", new Distance(4_000))).isEqualTo(true);
        assertThat(of("member.near", "nowhere", Distance.LONGEST))
                .as("a store whose place nobody wrote down")
                .isEqualTo(false);
        assertThat(of("member.nearStore", new Distance(1)))
                .as("the store of the order")
                .isEqualTo(true);
    }

    @Test
    void takes_nobody_for_near_whose_place_is_not_known() {
        assertThat(of("member.near", "inside", Distance.LONGEST)).isEqualTo(false);
        state = State.fresh(Subject.parse("community/c1"), 1);
        assertThat(of("member.near", "inside", Distance.LONGEST)).isNull();
    }

    @Test
    void knows_to_which_units_a_member_s_stores_belong() {
        tell("member.updated", "2026-06-01T00:00:00Z", Map.of("homeStore", "inside"));

        assertThat(of("member.homeStoreIn", "old-town")).isEqualTo(true);
        assertThat(of("member.homeStoreIn", "east")).as("a unit of a unit").isEqualTo(true);
        assertThat(of("member.homeStoreIn", "west")).isEqualTo(false);
        assertThat(of("member.lastStoreIn", "east")).as("no touchpoint yet").isEqualTo(false);
        tell("member.updated", "2026-06-02T00:00:00Z", Map.of("homeStore", "beside"));
        assertThat(of("member.homeStoreIn", "old-town")).isEqualTo(false);
        assertThat(of("member.homeStoreIn", "east")).isEqualTo(true);
        tell("member.updated", "2026-06-03T00:00:00Z", Map.of("homeStore", "nowhere"));
        assertThat(of("member.homeStoreIn", "east")).as("a store of no unit").isEqualTo(false);
    }

    @Test
    void knows_the_store_an_event_is_about_and_to_which_units_it_and_a_community_belong() {
        assertThat(of("store.id")).as("the store of the order").isEqualTo("inside");
        assertThat(of("store.in", "old-town")).isEqualTo(true);
        assertThat(of("store.in", "east")).as("a unit of a unit").isEqualTo(true);
        assertThat(of("store.in", "west")).isEqualTo(false);
        assertThat(of("community.storeIn", "east")).as("asked of a member").isNull();
        state = State.fresh(Subject.parse("community/c1"), 1);
        assertThat(of("community.storeIn", "east")).as("nobody told its store").isEqualTo(false);
        state = state.with(new CommunityProfile("", "", "inside", "", 0, null));
        assertThat(of("community.storeIn", "east")).isEqualTo(true);
        assertThat(of("community.storeIn", "west")).isEqualTo(false);
    }

    @Test
    void knows_who_is_in_a_list() {
        assertThat(of("member.inList", "vip")).isEqualTo(true);
        assertThat(of("member.inList", "none")).isEqualTo(false);
        state = State.fresh(Subject.member("m2"), 1);
        assertThat(of("member.inList", "vip")).isEqualTo(false);
    }

    private Object of(String path, Object... arguments) {
        MemberList.Builder vip = new MemberList.Builder();
        vip.add("m1");
        Position inside = new Position(31.2304, 121.4737);
        Position beside = new Position(31.2304, 121.55);
        Registers registers = new Registers(
                true,
                Map.of("east", new Unit("east", "East", null), "old-town", new Unit("old-town", "", "east")),
                Map.of(
                        "inside", new Store("inside", "", inside, "old-town"),
                        "beside", new Store("beside", "", beside, "east"),
                        "nowhere", new Store("nowhere", "", null, null)),
                Map.of("vip", vip.build()));
        Accessor accessor =
                FactSchemas.of(CATALOGUE, registers).accessor(ORDER, path).orElseThrow();
        Event order = HouseEvent.of(ORDER, "e").with("store", "inside").about(state.subject(), NOW);
        return accessor.binding().bind(List.of(arguments)).read(new Fact(order, state, NOW, null, Map.of()));
    }

    @Test
    void asks_how_long_ago_a_moment_is() {
        order("2026-06-28T12:00:00Z", 1_000, "s1");

        assertThat(read("member.lastOrderAt.within", Duration.ofHours(49))).isEqualTo(true);
        assertThat(read("member.lastOrderAt.within", Duration.ofDays(2))).isEqualTo(false);
        assertThat(read("member.lastOrderAt.olderThan", Duration.ofDays(2))).isEqualTo(true);
        assertThat(read("member.lastOrderAt.olderThan", Duration.ofHours(49))).isEqualTo(false);
        assertThat(read("member.lastOrderAt.dueWithin", Duration.ofHours(49))).isEqualTo(false);
        assertThat(read("member.joinedAt.within", Duration.ofHours(49)))
                .as("of a moment that is not known nothing is known")
                .isNull();
        assertThat(SCHEMA.accessor(ORDER, "total.within")).isEmpty();
    }

    @Test
    void asks_how_soon_a_moment_comes() {
        coupon("c", "A", NOW.plus(Duration.ofDays(3)));

        assertThat(read("coupon.expiresAt.dueWithin", Duration.ofDays(3))).isEqualTo(true);
        assertThat(read("coupon.expiresAt.dueWithin", Duration.ofHours(71))).isEqualTo(false);
        assertThat(read("coupon.expiresAt.within", Duration.ofDays(30))).isEqualTo(false);
        assertThat(read("coupon.expiresAt.olderThan", Duration.ofDays(1))).isEqualTo(false);
    }

    @Test
    void looks_at_coupons_orders_and_enrolments_one_by_one() {
        coupon("b", "A", NOW.plusSeconds(1));
        order("2026-06-30T12:00:00Z", 2_000, "s1");
        order("2026-06-29T00:00:00Z", 1_000, "s2");
        Enrolment enrolment = new Enrolment("spring", "o", NOW.minusSeconds(1), "e", NOW, "", Map.of());
        state = state.with(state.enrolments().opened(enrolment));

        assertThat(kept("Coupon", "kind")).containsExactly("A");
        assertThat(kept("Coupon", "open")).containsExactly(true);
        assertThat(kept("Order", "total")).containsExactly(1_000L, 2_000L);
        assertThat(kept("Order", "earlier"))
                .as("the event's own order is not earlier")
                .containsExactly(true, false);
        assertThat(kept("Enrolment", "campaign")).containsExactly("spring");
        assertThat(kept("Enrolment", "key")).containsExactly((Object) null);
        assertThat(SCHEMA.kept()).extracting(KeptType::name).containsExactly("Coupon", "Order", "Enrolment");
    }

    @Test
    void finds_nothing_one_by_one_of_other_subjects() {
        state = State.fresh(Subject.parse("community/c1"), 1);
        Enrolment enrolment = new Enrolment("spring", "o", NOW, "e", NOW, "", Map.of());
        state = state.with(state.enrolments().opened(enrolment));

        for (KeptType type : SCHEMA.kept()) {
            assertThat(kept(type.name(), "earlier")).as(type.name()).isEmpty();
        }
    }

    @Test
    void has_no_member_values_for_other_subjects() {
        state = State.fresh(Subject.parse("community/c1"), 1);
        tell("community.updated", "2026-06-01T00:00:00Z", Map.of("type", "marketing", "members", 9L));

        assertThat(read("community.type")).isEqualTo("marketing");
        assertThat(read("community.members")).isEqualTo(9L);
        for (Accessor accessor : SCHEMA.shared()) {
            if (accessor.path().startsWith("member.")
                    && accessor.parameters().isEmpty()
                    && accessor.type() != FieldType.BOOLEAN) {
                assertThat(read(accessor.path())).as(accessor.path()).isNull();
            }
        }
    }

    @Test
    void shows_personal_fields_of_events_as_present() {
        EventType joined = CATALOGUE.require("member.joined");

        assertThat(SCHEMA.accessor(joined, "phone").orElseThrow().type()).isEqualTo(FieldType.BOOLEAN);
        assertThat(SCHEMA.accessor(joined, "birthday").orElseThrow().type()).isEqualTo(FieldType.TEXT);
        assertThat(SCHEMA.accessor(ORDER, "total").orElseThrow().type()).isEqualTo(FieldType.MONEY);
        assertThat(SCHEMA.accessor(ORDER, "member.phone").orElseThrow().type()).isEqualTo(FieldType.BOOLEAN);
        assertThat(SCHEMA.accessor(ORDER, "member.nothing")).isEmpty();
    }

    @Test
    void names_each_path_once() {
        assertThat(SCHEMA.shared()).extracting(Accessor::path).doesNotHaveDuplicates();
        assertThat(FactSchemas.isTaken("member.level")).isTrue();
        assertThat(FactSchemas.isTaken("member.petName")).isFalse();
    }

    private void coupon(String id, String kind, Instant expiresAt) {
        Map<String, Object> data = Map.of("couponId", id, "kind", kind, "value", 500L, "expiresAt", expiresAt);
        tell("coupon.issued", "2026-06-01T00:00:00Z", data);
    }

    private List<Object> kept(String name, String path) {
        KeptType type = SCHEMA.kept(name).orElseThrow();
        Accessor.Reader reader = type.accessor(path).orElseThrow().binding().bind(List.of());
        Fact fact = new Fact(HouseEvent.of(ORDER, "e").about(state.subject(), NOW), state, NOW, null, Map.of());
        List<Object> values = new ArrayList<>();
        type.all(fact).forEach(one -> values.add(reader.read(fact.lookingAt(one))));
        return values;
    }

    private Object read(String path, Object... arguments) {
        Accessor accessor = SCHEMA.accessor(ORDER, path).orElseThrow();
        Coupon coupon = state.profile() instanceof MemberProfile member
                ? member.coupons().find("c").orElse(null)
                : null;
        Event event = HouseEvent.of(ORDER, "e").about(state.subject(), NOW);
        return accessor.binding().bind(List.of(arguments)).read(new Fact(event, state, NOW, coupon, Map.of()));
    }

    private void ordered(String time, String... products) {
        Field items = ORDER.fields().get(ORDER.indexOf("items"));
        List<Values> bought = new ArrayList<>();
        for (String product : products) {
            bought.add(new Values(items.fields(), new @Nullable Object[] {product, null, null, null}));
        }
        tell("order.placed", time, Map.of("total", 100L, "items", bought));
    }

    private void order(String time, long total, String store) {
        tell("order.placed", time, Map.of("total", total, "store", store));
    }

    private void tell(String type, String time, Map<String, Object> data) {
        HouseEvent event = HouseEvent.of(CATALOGUE.require(type), "e");
        data.forEach(event::with);
        state = state.after(event.about(state.subject(), Instant.parse(time)), Instant.parse(time));
    }
}
