package io.siyu.web.campaign;

/** Somebody wants to hand stores what goes to communities, which no store has for itself. */
final class CommunityStepsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    CommunityStepsException(String campaign) {
        super("The campaign (" + campaign + ") has steps for communities, which would go to those of the whole house"
                + " once for each store.\nMaybe move them to a campaign of the house.");
    }
}
