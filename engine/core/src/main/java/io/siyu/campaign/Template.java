package io.siyu.campaign;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A message template: what is said, on which channel, for which purpose.
 *
 * <p>Rules name templates by {@code id}; a campaign's step has the template {@code <campaign>/<step>}.
 *
 * @param text the Liquid source by language
 * @param prints names of the trigger's fields the text prints, such as {@code total}; an enrolment remembers these
 * @param content what it says beside that text
 */
public record Template(
        String id, Purpose purpose, String channel, int priority, Text text, Set<String> prints, Content content) {
    public Template {
        prints = Collections.unmodifiableSet(new TreeSet<>(prints));
    }

    /** A template of one text. */
    public Template(String id, Purpose purpose, String channel, int priority, Text text, Set<String> prints) {
        this(id, purpose, channel, priority, text, prints, Content.NONE);
    }

    /** Every text it may have: its one, those of some stores or channels, those of a vendor's fields. */
    public Stream<Text> texts() {
        return Stream.concat(says(), content.fields().values().stream());
    }

    /** The texts of which one is what somebody reads. */
    public Stream<Text> says() {
        return Stream.concat(Stream.of(text), content.variants().stream().map(Variant::text));
    }
}
