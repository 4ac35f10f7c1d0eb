package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.event.Subject;
import java.util.Map;

/** Who is in which part of an experiment: a hash of campaign, subject and salt, so always the same. */
public final class Experiments {
    private static final long PARTS = 1000;

    private Experiments() {}

    /** In which of a thousand equal parts of all subjects this one is, for this campaign and salt. */
    public static int bucket(String campaign, Subject subject, String salt) {
        return (int) Ids.spread("place\n" + campaign + "\n" + salt + "\n" + subject, PARTS);
    }

    /**
     * The variant a subject gets.
     *
     * @param shares how much of a thousand each variant has, in the order written; together all of it
     * @throws IllegalArgumentException when the shares are not all of a thousand
     */
    public static String variant(String campaign, Subject subject, String salt, Map<String, Integer> shares) {
        int sum = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != PARTS) {
            throw new IllegalArgumentException("The shares " + shares + " of the variants of (" + campaign + ") are "
                    + sum + " of " + PARTS + ".\nMaybe a variant is missing.");
        }
        int left = bucket(campaign, subject, salt);
        for (Map.Entry<String, Integer> share : shares.entrySet()) {
            left -= share.getValue();
            if (left < 0) {
                return share.getKey();
            }
        }
        throw new IllegalStateException("A part of the whole is in none of its parts.");
    }

    /** Whether the subject gets no marketing at all, so that all of it can be compared with none. */
    static boolean isControl(Subject subject, int permille) {
        return control(subject) < permille;
    }

    /** Whether the subject gets nothing of the campaign. */
    static boolean isHeldOut(Campaign campaign, Subject subject) {
        return heldOut(campaign, subject) < campaign.holdoutPermille();
    }

    // why: campaigns that run keep whom they held out, so these two hash what they always did.
    static long control(Subject subject) {
        return Ids.spread("holdout\n" + subject, PARTS);
    }

    static long heldOut(Campaign campaign, Subject subject) {
        return Ids.spread("holdout\n" + campaign.id() + "\n" + subject, PARTS);
    }
}
