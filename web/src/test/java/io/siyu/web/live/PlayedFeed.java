package io.siyu.web.live;

import io.siyu.decision.Verdict;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A feed for tests: day 5 of a promotion, and phones that fill up at every {@link #arrive}. */
public final class PlayedFeed implements LiveFeed {

    private static final ZonedDateTime START = ZonedDateTime.of(2026, 11, 5, 20, 1, 0, 0, ZoneId.of("Asia/Shanghai"));
    private static final List<String> TEXTS = List.of(
            "Thank you for your order of 268.00. It is being packed at the Jing'an store.",
            "Your coupon of 20.00 lapses in three days. Use it before Sunday.",
            "Tonight at 20:00: the tea set you looked at, half the price while stock lasts.");

    private final List<String> arrived = new ArrayList<>();
    private boolean quiet = true;

    public synchronized void empty() {
        arrived.clear();
        quiet = true;
    }

    /** A message arrives at member 1001 first, then at others in turn. */
    public synchronized String arrive() {
        quiet = false;
        arrived.add(String.format("m%024d", arrived.size()));
        return arrived.get(arrived.size() - 1);
    }

    @Override
    public synchronized long revision() {
        return arrived.size();
    }

    @Override
    public synchronized LiveView now(String language) {
        ZonedDateTime at = START.plusMinutes(arrived.size());
        if (quiet) {
            return new LiveView(at, new Flow(0, List.of()), new Tally(0, 0, 0, List.of()), List.of(), List.of());
        }
        return new LiveView(at, flow(), tally(), List.of(ruler()), phones());
    }

    @Override
    public synchronized Optional<Timeline> timeline(String message) {
        int place = arrived.indexOf(message);
        return place < 0 ? Optional.empty() : Optional.of(told(message, place));
    }

    private Timeline told(String message, int place) {
        ZonedDateTime at = START.plusMinutes(place);
        return new Timeline(
                message,
                owner(place),
                "o" + place,
                TEXTS.get(place % TEXTS.size()),
                List.of(
                        new Timeline.Stage(
                                Timeline.Kind.EVENT,
                                at.minusSeconds(2),
                                "order.placed",
                                List.of(new Timeline.Line("source", "shop"), new Timeline.Line("position", "17-204"))),
                        new Timeline.Stage(
                                Timeline.Kind.RULE,
                                null,
                                "Thank everybody who orders for 200 or more",
                                List.of(
                                        new Timeline.Line("edition", "4f3c9a1e07b2"),
                                        new Timeline.Line("quartz", "calendar.order-placed"))),
                        new Timeline.Stage(Timeline.Kind.GUARDS, at, "send", List.of()),
                        new Timeline.Stage(
                                Timeline.Kind.MESSAGE, at, "phone", List.of(new Timeline.Line("channel", "phone")))));
    }

    private Flow flow() {
        return new Flow(
                84_211,
                LongStream.range(0, 60)
                        .map(second -> 420 + (second * 37 + arrived.size() * 11L) % 90 + second * 3)
                        .boxed()
                        .toList());
    }

    private Tally tally() {
        return new Tally(
                12_480 + arrived.size(),
                1_911,
                3_402,
                List.of(
                        new Tally.Reason(Verdict.DROP, "consent.unknown", 2_204),
                        new Tally.Reason(Verdict.HOLD, "quiet.hours", 1_911),
                        new Tally.Reason(Verdict.DROP, "cap.global", 877),
                        new Tally.Reason(Verdict.DROP, "holdout", 321)));
    }

    private static Ruler ruler() {
        LocalDate start = LocalDate.of(2026, 11, 1);
        List<String> steps = List.of(
                "warm-up", "coupon", "", "notice", "flash-sale", "", "countdown", "", "harvest", "", "after-care", "");
        List<Ruler.Day> days = IntStream.rangeClosed(1, 12)
                .mapToObj(day -> new Ruler.Day(
                        day,
                        start.plusDays(day - 1L),
                        day < 5 ? Ruler.When.PAST : day == 5 ? Ruler.When.TODAY : Ruler.When.AHEAD,
                        steps.get(day - 1).isEmpty()
                                ? List.of()
                                : List.of(
                                        new Ruler.Mark(steps.get(day - 1), LocalTime.of(9, 30), false, sent(day)),
                                        new Ruler.Mark("group", LocalTime.of(20, 0), true, day < 5 ? 12 : 0))))
                .toList();
        return new Ruler("promotion", "Double Eleven, twelve days", days);
    }

    private static long sent(int day) {
        return day < 5 ? 2_100L * day : day == 5 ? 880 : 0;
    }

    private List<Phone> phones() {
        List<String> owners = IntStream.range(0, arrived.size())
                .mapToObj(PlayedFeed::owner)
                .distinct()
                .sorted((one, other) -> Boolean.compare(other.contains("/"), one.contains("/")))
                .toList();
        return owners.stream().map(this::phone).toList();
    }

    private Phone phone(String owner) {
        List<Phone.Received> received = IntStream.range(0, arrived.size())
                .filter(place -> owner(place).equals(owner))
                .mapToObj(place -> new Phone.Received(
                        arrived.get(place), START.plusMinutes(place), "promotion", TEXTS.get(place % TEXTS.size())))
                .toList();
        return new Phone(owner, received.subList(Math.max(0, received.size() - 4), received.size()));
    }

    private static String owner(int place) {
        return place % 5 == 4 ? "community/jingan-tea" : String.valueOf(1001 + place % 5 + place / 13);
    }
}
