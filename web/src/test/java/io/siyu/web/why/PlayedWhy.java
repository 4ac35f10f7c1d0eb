package io.siyu.web.why;

import io.siyu.archive.Because;
import io.siyu.archive.Because.Asked;
import io.siyu.archive.Because.Judged;
import io.siyu.archive.Why;
import io.siyu.decision.Ruling;
import io.siyu.decision.Witness.Heard;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.FieldType;
import io.siyu.event.Subject;
import io.siyu.event.Values;
import io.siyu.member.Intent;
import io.siyu.rule.Edition;
import io.siyu.rule.Explained;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.Seen;
import io.siyu.rule.Seen.Read;
import io.siyu.web.publish.Publishing;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A house that knows one event, {@code o1} about {@code m1}: a rule missed it by 12.00, another's message met a cap. */
public final class PlayedWhy implements Why {
    private static final Instant AT = Instant.parse("2026-11-05T12:00:00Z");

    private final Publishing publishing;

    public PlayedWhy(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public List<Because> of(Subject subject, String event) {
        return subject.id().equals("m1") && event.equals("o1") ? List.of(because(subject)) : List.of();
    }

    @Override
    public List<Entry> past(Subject subject, String event) {
        return of(subject, event).stream().map(Because::entry).toList();
    }

    private Because because(Subject subject) {
        Edition edition = publishing.edition();
        var type = edition.catalogue().require("order.placed");
        Values data = new Values(type.fields(), new Object[type.fields().size()]);
        Event event = new Event("o1", "shop", type, subject, AT, data, false);
        Asked asked = new Asked(event, List.of(missed(), new Explained(summary("Any order"), List.of(), "")));
        Intent intent =
                new Intent("p1", "o1", "order.placed", "o1", AT, "Any order", null, null, "send", "warm", 0, Map.of());
        Judged judged = new Judged(
                intent,
                List.of(
                        new Heard("consent", "", List.of()),
                        new Heard("caps", "cap.global", List.of(new Saw("2 per 1d", "2")))),
                Ruling.drop("cap.global", "2 per 1d"));
        Judged late = new Judged(intent, List.of(), Ruling.drop("call.late", "1d"));
        Entry entry = new Entry(17, AT, EntryKind.EVENT, event);
        return new Because(3, entry, edition, List.of(asked), List.of(judged, late), true);
    }

    private static Explained missed() {
        Seen seen = new Seen("total >= 200", 3, 18, false, new Read("total", FieldType.MONEY, 18_800L), List.of());
        return new Explained(summary("Large <orders>"), List.of(seen), "");
    }

    private static RuleSummary summary(String name) {
        return new RuleSummary(name, "rules/orders.drl", 1, "order.placed", List.of(), "");
    }
}
