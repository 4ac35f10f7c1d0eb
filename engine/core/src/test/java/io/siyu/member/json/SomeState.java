package io.siyu.member.json;

import io.siyu.campaign.Purpose;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.Bought;
import io.siyu.member.CampaignProfile;
import io.siyu.member.CommunityProfile;
import io.siyu.member.Consents;
import io.siyu.member.Coupon;
import io.siyu.member.Coupons;
import io.siyu.member.Enrolment;
import io.siyu.member.Enrolments;
import io.siyu.member.Intent;
import io.siyu.member.LastTimes;
import io.siyu.member.MemberProfile;
import io.siyu.member.Orders;
import io.siyu.member.Profile;
import io.siyu.member.Recent;
import io.siyu.member.Sends;
import io.siyu.member.Sent;
import io.siyu.member.StaffProfile;
import io.siyu.member.State;
import io.siyu.member.StoreProfile;
import io.siyu.member.Timer;
import io.siyu.member.Timers;
import io.siyu.member.Touch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** States of any kind and content, drawn from a seed. */
final class SomeState {

    private static final Instant AT = Instant.parse("2026-11-11T21:00:00Z");

    private final Random random;

    SomeState(Random random) {
        this.random = random;
    }

    State next() {
        SubjectKind[] kinds = {
            SubjectKind.MEMBER,
            SubjectKind.MEMBER,
            SubjectKind.COMMUNITY,
            SubjectKind.STORE,
            SubjectKind.STAFF,
            SubjectKind.CAMPAIGN,
            SubjectKind.PUSH
        };
        SubjectKind kind = kinds[random.nextInt(kinds.length)];
        State fresh = State.fresh(new Subject(kind, "x" + text()), random.nextInt(1_000_000));
        Timers timers = Timers.NONE;
        for (Timer timer : list(this::timer)) {
            timers = timers.with(timer);
        }
        return fresh.with(kind == SubjectKind.MEMBER ? member() : other(kind, fresh.profile()))
                .with(timers)
                .with(new Enrolments(
                        list(this::enrolment),
                        map(() -> list(this::text)),
                        map(() -> list(() -> new Enrolments.Entered(text(), instant())))))
                .with(new Sends(list(() -> new Sent(
                        instant(), text(), random.nextBoolean() ? Purpose.SERVICE : Purpose.MARKETING, text()))))
                .with(new Recent(list(() -> new Recent.Decided(instant(), text(), "send", text()))))
                .with(new LastTimes(map(this::instant)));
    }

    /** A member as the memory budget counts one: 5 identities, 3 coupons, 2 enrolments, 12 orders, 10 sends. */
    static State referenceMember() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        List.of("phone", "openid", "unionid", "externalUserId", "email").forEach(name -> attributes.put(name, true));
        Map<String, Coupon> coupons = new LinkedHashMap<>();
        List<Enrolment> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String id = "c8f3a91e" + i;
            coupons.put(id, new Coupon(id, "gift", 500, "twelve-days", AT, AT, AT, 1, AT, false));
            if (i < 2) {
                open.add(new Enrolment(
                        "twelve-days", "2026-11-0" + i, AT, "o-1234", AT, "1234", Map.of("total", "9.50")));
            }
        }
        Consents consents = new Consents(Map.of("*/*", new Consents.Answer(true, AT)));
        Touch touch = new Touch(AT, "wechat", "store-12", "g1");
        MemberProfile member = new MemberProfile(
                AT,
                2,
                Set.of("vip"),
                attributes,
                consents,
                new Coupons(coupons),
                twelveOrders(),
                touch,
                touch,
                Set.of(),
                Map.of());
        return State.fresh(Subject.member("m-104233"), 981_234)
                .with(member)
                .with(new Enrolments(open, Map.of()))
                .with(tenSends());
    }

    private static Orders twelveOrders() {
        List<Orders.Placed> recent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            recent.add(new Orders.Placed(AT.plusSeconds(86_400L * i), "store-12", 18_850));
        }
        return new Orders(12, 226_200, AT, AT, 0, 0, Map.of("store-12", 12L), recent);
    }

    private static Sends tenSends() {
        List<Sent> sends = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sends.add(new Sent(AT.plusSeconds(86_400L * i), "phone", Purpose.MARKETING, "twelve-days"));
        }
        return new Sends(sends);
    }

    private Profile other(SubjectKind kind, Profile fresh) {
        return switch (kind) {
            case COMMUNITY -> new CommunityProfile(text(), text(), text(), text(), random.nextInt(100), instant());
            case STORE -> new StoreProfile(map(this::instant));
            case STAFF ->
                new StaffProfile(random.nextInt(9), random.nextBoolean() ? instant() : null, random.nextInt());
            case CAMPAIGN -> new CampaignProfile(random.nextInt(9), random.nextBoolean());
            default -> fresh;
        };
    }

    private MemberProfile member() {
        Map<String, Coupon> coupons = new LinkedHashMap<>();
        list(this::coupon).forEach(coupon -> coupons.put(coupon.id(), coupon));
        return new MemberProfile(
                random.nextBoolean() ? instant() : null,
                random.nextInt(5),
                new TreeSet<>(list(this::text)),
                map(this::attribute),
                new Consents(map(() -> new Consents.Answer(random.nextBoolean(), instant()))),
                new Coupons(coupons),
                new Orders(
                        random.nextInt(9),
                        random.nextLong(),
                        random.nextBoolean() ? instant() : null,
                        instant(),
                        random.nextInt(3),
                        random.nextInt(3),
                        map(() -> (long) random.nextInt(1, 9)),
                        list(() -> new Orders.Placed(instant(), text(), random.nextInt())),
                        new Bought(map(this::instant))),
                random.nextBoolean() ? touch() : null,
                random.nextBoolean() ? touch() : null,
                new TreeSet<>(list(this::text)),
                map(this::instant));
    }

    private Object attribute() {
        return switch (random.nextInt(7)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> random.nextBoolean();
            case 3 -> instant();
            case 4 -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case 5 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(20));
            default -> list(this::text);
        };
    }

    private Coupon coupon() {
        return new Coupon(
                "c" + random.nextInt(99),
                text(),
                random.nextInt(900),
                text(),
                random.nextBoolean() ? instant() : null,
                instant(),
                random.nextBoolean() ? instant() : null,
                random.nextInt(4),
                random.nextBoolean() ? instant() : null,
                random.nextBoolean());
    }

    private Timer timer() {
        return switch (random.nextInt(4)) {
            case 0 -> new Timer.OnDate(instant(), text(), text());
            case 2 -> new Timer.OnAbsence(instant(), text(), text(), text(), instant(), map(this::text));
            case 1 -> new Timer.NextStep(instant(), text(), text(), text());
            default -> new Timer.HoldEnds(instant(), intent());
        };
    }

    private Intent intent() {
        return new Intent(
                text(),
                text(),
                text(),
                text(),
                instant(),
                text(),
                random.nextBoolean() ? text() : null,
                random.nextBoolean() ? text() : null,
                "send",
                text(),
                random.nextInt(9),
                map(this::text),
                text());
    }

    private Enrolment enrolment() {
        return new Enrolment(
                text(), text(), instant(), text(), instant(), text(), map(this::text), text(), text(), text());
    }

    private Touch touch() {
        return new Touch(instant(), text(), text(), text());
    }

    private Instant instant() {
        return Instant.ofEpochSecond(
                random.nextInt(Integer.MAX_VALUE), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    private String text() {
        return List.of("", "a", "上海 \"7\"", "😀\\\n", "spring/note:2026-01-01T00:00:00Z")
                .get(random.nextInt(5));
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    private <T> Map<String, T> map(Supplier<T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put("k" + random.nextInt(9), value.get());
        }
        return map;
    }
}
