package io.siyu.campaign;

/**
 * An audience under a name of its own, from {@code audiences/}, for campaigns and other audiences to name.
 *
 * @param id unique in the playbook
 * @param file path inside the playbook, for diagnostics
 */
public record SavedAudience(String id, String file, Text name, Whom whom) {

    /** What the rule that asks whether a member is in it is about. */
    public String asked() {
        return id;
    }

    /** What the rule that asks whether a member is in a campaign's audience is about. */
    public static String ofCampaign(String campaign) {
        return "campaign/" + campaign;
    }
}
