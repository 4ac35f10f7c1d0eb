package io.siyu.event;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * Who or what an event is about; the unit of state and of order.
 *
 * <p>Written {@code kind/id}; a bare id means a member, and the retailer is written {@code retailer}.
 */
public final class Subject implements Comparable<Subject> {

    /** The retailer itself. */
    public static final Subject RETAILER = new Subject(SubjectKind.RETAILER, "");

    private final SubjectKind kind;
    private final String id;
    private final String canonical;

    /** A subject of this kind; only the retailer has an empty id. */
    public Subject(SubjectKind kind, String id) {
        if (id.isEmpty() && kind != SubjectKind.RETAILER) {
            throw new IllegalArgumentException(
                    "A subject of kind (" + kind.word() + ") needs an id.\nMaybe \"" + kind.word() + "/1\".");
        }
        this.kind = kind;
        this.id = id;
        this.canonical = kind == SubjectKind.RETAILER ? kind.word() : kind.word() + "/" + id;
    }

    public SubjectKind kind() {
        return kind;
    }

    public String id() {
        return id;
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

    /** Orders by the UTF-8 bytes of the canonical form, the order stores use too. */
    @Override
    public int compareTo(Subject other) {
        String a = canonical;
        String b = other.canonical;
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // why: UTF-16 puts surrogates before U+E000, UTF-8 after it.
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Subject subject && canonical.equals(subject.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** The canonical form {@code kind/id} ({@code retailer} for the retailer); what hashes and keys use. */
    @Override
    public String toString() {
        return canonical;
    }
}
