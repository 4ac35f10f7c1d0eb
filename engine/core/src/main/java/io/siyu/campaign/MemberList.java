package io.siyu.campaign;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Members somebody listed by id. A million of them take 30 MB at most; immutable, safe for many threads. */
public final class MemberList {

    /** No list is longer. */
    public static final int MOST = 1_000_000;

    /** One without members. */
    public static final MemberList EMPTY = new Builder().build();

    private final byte[] ids;
    private final int[] ends;
    /** Open addressing: the number of the id from 1, or 0 where none is. */
    private final int[] slots;

    private MemberList(byte[] ids, int[] ends, int[] slots) {
        this.ids = ids;
        this.ends = ends;
        this.slots = slots;
    }

    /** How many members are in it. */
    public int size() {
        return ends.length;
    }

    /** Whether a member is in it. */
    public boolean contains(String member) {
        byte[] id = member.getBytes(StandardCharsets.UTF_8);
        return slots[slot(id, ids, ends, slots)] != 0;
    }

    /** How many members are in both. */
    public int common(MemberList other) {
        int common = 0;
        for (int number = 0; number < ends.length; number++) {
            byte[] id = Arrays.copyOfRange(ids, number == 0 ? 0 : ends[number - 1], ends[number]);
            common += other.slots[slot(id, other.ids, other.ends, other.slots)] == 0 ? 0 : 1;
        }
        return common;
    }

    /** The slot an id has, or the free one it would get. */
    private static int slot(byte[] id, byte[] ids, int[] ends, int[] slots) {
        int slot = hash(id) & (slots.length - 1);
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, id, ids, ends)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static boolean isAt(int number, byte[] id, byte[] ids, int[] ends) {
        int from = number == 0 ? 0 : ends[number - 1];
        return Arrays.equals(ids, from, ends[number], id, 0, id.length);
    }

    private static int hash(byte[] id) {
        int hash = Arrays.hashCode(id) * 0x9E3779B1;
        return hash ^ (hash >>> 16);
    }

    /** A list while its ids are read. */
    public static final class Builder {
        private byte[] ids = new byte[1 << 10];
        private int[] ends = new int[1 << 6];
        private int[] slots = new int[1 << 8];
        private int size;

        /** Adds an id; the number it has in the list from 0, of the first that was added when it is there already. */
        public int add(String member) {
            byte[] id = member.getBytes(StandardCharsets.UTF_8);
            int slot = slot(id, ids, ends, slots);
            if (slots[slot] != 0) {
                return slots[slot] - 1;
            }
            int from = size == 0 ? 0 : ends[size - 1];
            ids = from + id.length > ids.length ? Arrays.copyOf(ids, Math.max(2 * ids.length, from + id.length)) : ids;
            ends = size == ends.length ? Arrays.copyOf(ends, 2 * ends.length) : ends;
            System.arraycopy(id, 0, ids, from, id.length);
            ends[size] = from + id.length;
            slots[slot] = ++size;
            if (2 * size > slots.length) {
                spread();
            }
            return size - 1;
        }

        /** How many different ids were added. */
        public int size() {
            return size;
        }

        private void spread() {
            int[] wider = new int[2 * slots.length];
            for (int number = 0; number < size; number++) {
                int from = number == 0 ? 0 : ends[number - 1];
                byte[] id = Arrays.copyOfRange(ids, from, ends[number]);
                wider[slot(id, ids, ends, wider)] = number + 1;
            }
            slots = wider;
        }

        /** The list of all that was added. */
        public MemberList build() {
            int used = size == 0 ? 0 : ends[size - 1];
            return new MemberList(Arrays.copyOf(ids, used), Arrays.copyOf(ends, size), slots.clone());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemberList list && Arrays.equals(ids, list.ids) && Arrays.equals(ends, list.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return size() + " members";
    }
}
