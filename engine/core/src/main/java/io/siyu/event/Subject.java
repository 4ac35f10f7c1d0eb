package io.siyu.event;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Who or what an event is about; the unit of state and of order.
 *
 * <p>Written {@code kind/id}; a bare id means a member, and the retailer is written {@code retailer}.
 */
public record Subject(SubjectKind kind, String id) implements Comparable<Subject> {

    /** The retailer itself. */
    public static final Subject RETAILER = new Subject(SubjectKind.RETAILER, "");

    public Subject {
        if (id.isEmpty() && kind != SubjectKind.RETAILER) {
            throw new IllegalArgumentException(
                    "A subject of kind (" + kind.word() + ") needs an id.\nMaybe \"" + kind.word() + "/1\".");
        }
    }

    /** The member with this id. */
    public static Subject member(String id) {
        return new Subject(SubjectKind.MEMBER, id);
    }

    /** The address of one partition's own state. */
    public static Subject partition(int number) {
        return new Subject(SubjectKind.PARTITION, String.format(Locale.ROOT, "%02d", number));
    }

    /** Reads {@code kind/id}, {@code retailer} or a bare member id; an unknown kind before the slash is an error. */
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return text.equals(SubjectKind.RETAILER.word()) ? RETAILER : member(text);
        }
        String word = text.substring(0, slash);
        SubjectKind kind = SubjectKind.of(word)
                .orElseThrow(() -> new IllegalArgumentException("The subject kind (" + word
                        + ") is unknown.\nMaybe \"member/…\", \"community/…\" or \"store/…\"."));
        return new Subject(kind, text.substring(slash + 1));
    }

    /** The partition this subject lives in, of {@code partitions}. */
    public int partitionOf(int partitions) {
        if (kind == SubjectKind.PARTITION) {
            return Integer.parseInt(id);
        }
        byte[] bytes = toString().getBytes(StandardCharsets.UTF_8);
        return (MurmurHash3.hash32x86(bytes, 0, bytes.length, 0) & Integer.MAX_VALUE) % partitions;
    }

    /** As written in decisions and events: a member by its bare id, others as {@code kind/id}. */
    public String written() {
        return kind == SubjectKind.MEMBER ? id : toString();
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }

    /** The canonical form {@code kind/id} ({@code retailer} for the retailer); what hashes and keys use. */
    @Override
    public String toString() {
        return kind == SubjectKind.RETAILER ? kind.word() : kind.word() + "/" + id;
    }
}
