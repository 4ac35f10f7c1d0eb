package io.siyu.samples.bench.load;

/** What comes of an event of the fixed mix; of ten in a row one renders, one is held, one tags and seven come to nothing. */
public enum Part {
    /** A service message is rendered and goes out. */
    RENDERS,
    /** A marketing message is held until the quiet hours end. */
    HELD,
    /** The member gets a tag. */
    TAGS,
    /** No rule proposes. */
    NOTHING;

    private static final int BLOCK = 10;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    /** The part of the event with this number: exact in every block of ten, and in no fixed place. */
    public static Part of(long event) {
        int turned = Math.floorMod(event % BLOCK + scatter(event / BLOCK), BLOCK);
        return at(turned);
    }

    /** The part whose place in ten this is. */
    static Part at(int place) {
        return switch (place) {
            case 0 -> RENDERS;
            case 1 -> HELD;
            case 2 -> TAGS;
            default -> NOTHING;
        };
    }

    /** Its first place in ten. */
    int place() {
        return switch (this) {
            case RENDERS -> 0;
            case HELD -> 1;
            case TAGS -> 2;
            case NOTHING -> 3;
        };
    }

    /** A number that looks like chance and depends on {@code of} alone; never negative. */
    static long scatter(long of) {
        long mixed = (of + 1) * ODD;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ (mixed >>> 27)) >>> 1;
    }
}
