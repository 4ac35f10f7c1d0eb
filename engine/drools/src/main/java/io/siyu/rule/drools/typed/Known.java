package io.siyu.rule.drools.typed;

import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.rule.drools.typed.Clause.Compared;
import io.siyu.rule.drools.typed.Windows.Windowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each term, and each moment, of one pattern can still be. */
final class Known {

    private final Scope scope;
    private final Map<String, Read> read;
    private final Map<String, Windowed> windows;

    Known(Scope scope) {
        this(scope, Map.of(), Map.of());
    }

    private Known(Scope scope, Map<String, Read> read, Map<String, Windowed> windows) {
        this.scope = scope;
        this.read = new LinkedHashMap<>(read);
        this.windows = new LinkedHashMap<>(windows);
    }

    /** What was read of one term. */
    record Read(Remaining remaining, List<String> written, boolean impossible) {
        Read {
            written = List.copyOf(written);
        }
    }

    /** The same, to go on from. */
    Known copy() {
        return new Known(scope, read, windows);
    }

    /** What is known of what a comparison asks. */
    Read of(Compared compared) {
        return read.computeIfAbsent(key(compared.term()), key -> begin(compared.term(), key));
    }

    /** Whether the comparison cannot hold, or cannot fail to. */
    boolean excludes(Compared compared, boolean holds) {
        Read before = of(compared);
        return !before.impossible() && before.remaining().where(compared, holds).isEmpty();
    }

    void read(Compared compared, boolean holds) {
        read(compared, holds, "");
    }

    /** Takes in a comparison that holds, or does not; one that cannot changes nothing but that. */
    Read read(Compared compared, boolean holds, String written) {
        Read before = of(compared);
        if (before.impossible()) {
            return before;
        }
        Remaining after = before.remaining().where(compared, holds);
        List<String> all = new ArrayList<>(before.written());
        all.add(written);
        Read now = new Read(after, all, after.isEmpty());
        read.put(key(compared.term()), now);
        return now;
    }

    /** What is written of another window that cannot be together with what is known of this one; null if all can. */
    @Nullable
    String longer(Compared compared) {
        Optional<Windows> window = Windows.of(compared.term());
        if (window.isEmpty() || !(of(compared).remaining() instanceof Possible possible)) {
            return null;
        }
        String against = window.get().against(possible, windows);
        windows.put(compared.term().id(), new Windowed(window.get(), possible));
        Read other = against == null ? null : read.get(against);
        return other == null ? null : String.join(" and ", other.written());
    }

    private static String key(Term term) {
        return Ages.moment(term).orElse(term.id());
    }

    private Read begin(Term term, String key) {
        Field field = scope.field(key);
        boolean moment = term.type() == FieldType.INSTANT || Ages.moment(term).isPresent();
        if (field == null || field.personal()) {
            return new Read(moment ? Ages.any() : Possible.of(term.type()), List.of(), false);
        }
        Long min = field.min();
        Possible possible = Possible.of(term.type());
        Remaining least = moment ? Ages.any() : min == null ? possible : possible.atLeast(min);
        return new Read(field.required() ? least.present() : least, List.of(), false);
    }
}
