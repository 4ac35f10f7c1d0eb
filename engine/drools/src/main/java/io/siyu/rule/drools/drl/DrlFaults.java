package io.siyu.rule.drools.drl;

import io.siyu.campaign.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The faults found so far in one DRL file. */
public final class DrlFaults {

    private final String file;
    private final Function<Place, String> told;
    private final UnaryOperator<Place> shown;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();

    /** @param file path inside the playbook */
    public DrlFaults(String file) {
        this(file, place -> "");
    }

    /** @param told how people call a place, set before what is wrong there: {@code Row 7, cell C7: } */
    public DrlFaults(String file, Function<Place, String> told) {
        this(file, told, place -> place);
    }

    /** @param shown where people find a place, if that is not where it was read */
    public DrlFaults(String file, Function<Place, String> told, UnaryOperator<Place> shown) {
        this.file = file;
        this.told = told;
        this.shown = shown;
    }

    /**
     * Reports a fault where a token stands.
     *
     * @param code of a fault in DRL without its prefix {@code drl.}; others with theirs
     * @param maybe what to do about it, starting behind the word "Maybe"
     */
    public void add(Token at, String code, String wrong, String maybe) {
        add(at.place(), code, wrong, maybe);
    }

    /** Reports a fault in something written. */
    public void add(Written at, String code, String wrong, String maybe) {
        add(new Place(at.line(), at.column()), code, wrong, maybe);
    }

    /** Warns of something written that is most likely not meant. */
    public void warn(Written at, String code, String wrong, String maybe) {
        warn(new Place(at.line(), at.column()), code, wrong, maybe);
    }

    /** Warns of what stands where a token does. */
    public void warn(Token at, String code, String wrong, String maybe) {
        warn(at.place(), code, wrong, maybe);
    }

    private void warn(Place at, String code, String wrong, String maybe) {
        warnings.add(diagnostic(at, code, wrong, maybe));
    }

    /** Reports a fault at a place. */
    public void add(Place at, String code, String wrong, String maybe) {
        found.add(diagnostic(at, code, wrong, maybe));
    }

    private Diagnostic diagnostic(Place at, String code, String wrong, String maybe) {
        String whole = code.contains(".") ? code : "drl." + code;
        Place place = shown.apply(at);
        return new Diagnostic(file, place.line(), place.column(), whole, told.apply(at) + wrong + "\nMaybe " + maybe);
    }

    void add(Refusal refusal) {
        add(refusal.at, refusal.code, refusal.wrong, refusal.maybe);
    }

    /** Another list for the same file, still empty. */
    public DrlFaults another() {
        return new DrlFaults(file, told, shown);
    }

    public String file() {
        return file;
    }

    /** Whether nothing is wrong in this line. */
    public boolean isFine(int line) {
        return found.stream().noneMatch(fault -> fault.line() == line);
    }

    public int size() {
        return found.size();
    }

    /** All warnings, ordered by place. */
    public List<Diagnostic> warnings() {
        return warnings.stream().distinct().sorted().toList();
    }

    /** All faults, ordered by place. */
    public List<Diagnostic> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}
