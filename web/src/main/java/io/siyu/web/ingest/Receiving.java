package io.siyu.web.ingest;

import io.siyu.event.Reason;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.Intake;
import io.siyu.partition.OutOfOrderException;
import io.siyu.web.ingest.Answer.Item;
import io.siyu.web.ingest.Entrance.Checked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request's events on their way in, some hundred at a time; stops where the house has no room, or at a trace's line
 * that is out of order.
 */
final class Receiving {

    private static final int CHUNK = 1_000;
    private static final int MOST_TOLD = 1_000;

    private final Entrance entrance;
    private final Intake intake;
    private final boolean tellAll;
    private final List<Item> items = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private long accepted;
    private long duplicates;
    private long refused;
    private @Nullable Long again;
    private Admission.@Nullable Refused noRoom;
    private @Nullable String outOfOrder;

    /** @param tellAll whether accepted events are told one by one too */
    Receiving(Entrance entrance, Intake intake, boolean tellAll) {
        this.entrance = entrance;
        this.intake = intake;
        this.tellAll = tellAll;
    }

    /** Takes everything in. */
    Receiving all(EventItems sent) throws IOException {
        Optional<EventItem> item = sent.next();
        while (item.isPresent() && again == null && outOfOrder == null) {
            take(item.get());
            item = sent.next();
        }
        admit();
        return this;
    }

    /** Why the house had no room; empty when it took all that was in order. */
    Optional<Admission.Refused> noRoom() {
        return Optional.ofNullable(noRoom);
    }

    /** Which event of a trace was out of order, and why; empty when none was. */
    Optional<String> outOfOrder() {
        return Optional.ofNullable(outOfOrder);
    }

    Answer answer() {
        items.sort((one, other) -> Long.compare(one.item(), other.item()));
        Long seconds = noRoom == null ? null : seconds(noRoom.retryAfter());
        return new Answer(accepted, duplicates, refused, items, again, seconds);
    }

    /** A wait in whole seconds, at least one. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private void take(EventItem item) {
        Checked checked = entrance.check(item);
        if (checked instanceof Checked.Fit fit) {
            numbers.add(item.number());
            arrivals.add(fit.arrival());
            if (arrivals.size() == CHUNK) {
                admit();
            }
        } else if (checked instanceof Checked.Unfit unfit) {
            refused++;
            tell(item.number(), Item.REFUSED, unfit.reasons());
        }
    }

    private void admit() {
        List<Admission> admissions = arrivals.isEmpty() ? List.of() : accepted();
        for (int i = 0; i < admissions.size(); i++) {
            admitted(numbers.get(i), admissions.get(i));
        }
        numbers.clear();
        arrivals.clear();
    }

    private List<Admission> accepted() {
        try {
            return intake.accept(List.copyOf(arrivals));
        } catch (OutOfOrderException wrong) {
            long number = numbers.get(wrong.before().size());
            String why = String.valueOf(wrong.getMessage());
            outOfOrder = "Event " + number + ": " + why;
            refused++;
            tell(number, Item.REFUSED, List.of(new Reason("/time", "event.order", why)));
            return wrong.before();
        }
    }

    private void admitted(long number, Admission admission) {
        if (admission instanceof Admission.Accepted) {
            accepted++;
            tellIfAll(number, Item.ACCEPTED);
        } else if (admission instanceof Admission.Duplicate) {
            duplicates++;
            tellIfAll(number, Item.DUPLICATE);
        } else if (admission instanceof Admission.Refused full) {
            noRoom = full;
            again = again == null ? number : Math.min(again, number);
            tell(number, Item.AGAIN, List.of());
        }
    }

    private void tellIfAll(long number, String status) {
        if (tellAll) {
            tell(number, status, List.of());
        }
    }

    private void tell(long number, String status, List<Reason> reasons) {
        if (tellAll || items.size() < MOST_TOLD) {
            items.add(new Item(number, status, reasons));
        }
    }
}
