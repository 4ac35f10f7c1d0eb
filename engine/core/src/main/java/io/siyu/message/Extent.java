package io.siyu.message;

import io.siyu.event.Catalogue;
import io.siyu.event.Field;
import io.siyu.member.MemberProfile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one compiled text before it is written: how long it can get, and what it says whatever the values.
 *
 * @param fixed characters of everything that is the same for everybody, personal values at their longest
 * @param open what differs from message to message
 * @param speaks whether it says something whatever the values
 * @param end its last words, behind any value; empty when it ends in a value
 */
record Extent(int fixed, List<Segment> open, boolean speaks, String end) {
    /** Longer than any text may be: nothing is known. */
    static final int UNKNOWN = 1_000_000;

    Extent {
        open = List.copyOf(open);
    }

    /** The extent of these segments, with the personal values of this catalogue. */
    static Extent of(List<Segment> segments, Catalogue catalogue) {
        Map<String, Integer> longest = new TreeMap<>();
        for (Field field : catalogue.memberAttributes()) {
            if (field.personal()) {
                longest.put(field.name(), field.longest());
            }
        }
        int fixed = 0;
        boolean speaks = false;
        for (Segment segment : segments) {
            if (segment instanceof Segment.Fixed same) {
                fixed += Placeholders.longest(same.text(), longest);
                speaks |= !Placeholders.bare(same.text()).isBlank();
            }
        }
        return new Extent(
                fixed,
                segments.stream()
                        .filter(segment -> !(segment instanceof Segment.Fixed))
                        .toList(),
                speaks,
                end(segments));
    }

    private static String end(List<Segment> segments) {
        return !segments.isEmpty() && segments.get(segments.size() - 1) instanceof Segment.Fixed last
                ? Placeholders.end(last.text())
                : "";
    }

    /** At most so many characters are written for these values; {@link #UNKNOWN} or more when only writing can tell. */
    int most(Map<String, String> about, @Nullable MemberProfile member) {
        int most = fixed;
        for (int i = 0; i < open.size() && most < UNKNOWN; i++) {
            most += open.get(i).most(about, member);
        }
        return most;
    }

    /** Whether its last words are of this form, whatever stands before them. */
    boolean ends(Pattern form) {
        return form.matcher(end.strip()).matches();
    }
}
