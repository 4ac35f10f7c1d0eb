package io.siyu.dispatch;

/** The messages of one lane that go over one channel; no queue waits behind another. */
public record Queue(Lane lane, String channel) {

    /** The word used in keys. */
    public String word() {
        return lane.word() + ":" + channel;
    }

    /** Reads what {@link #word()} wrote. */
    public static Queue parse(String word) {
        int colon = word.indexOf(':');
        return new Queue(Lane.parse(word.substring(0, colon)), word.substring(colon + 1));
    }
}
