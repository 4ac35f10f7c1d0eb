package io.siyu.web.campaign;

import io.siyu.web.access.Visitor;
import io.siyu.web.lifecycle.Deed;
import io.siyu.web.lifecycle.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as programs are told of it.
 *
 * @param stage where it stands
 * @param draft where its draft stands; absent if there is none
 * @param demanded whether only approved words come into force
 * @param deeds what a program can do now
 */
record CampaignTold(String id, String stage, @Nullable DraftTold draft, boolean demanded, List<String> deeds) {

    /**
     * A draft as programs are told of it.
     *
     * @param words names its words; sent back with a deed it makes sure that those are meant
     * @param remark what was said of it last
     */
    record DraftTold(String stage, String words, String begunBy, String editedBy, Instant editedAt, String remark) {}

    static CampaignTold of(Standing standing) {
        return new CampaignTold(
                standing.id(),
                standing.stage().word(),
                draft(standing),
                standing.demanded(),
                standing.deeds(Visitor.PROGRAM).stream()
                        .filter(deed -> deed != Deed.EDIT)
                        .map(Deed::word)
                        .toList());
    }

    private static @Nullable DraftTold draft(Standing standing) {
        var draft = standing.draft();
        return draft == null
                ? null
                : new DraftTold(
                        standing.drafted().orElse(Stage.DRAFT).word(),
                        standing.words(),
                        standing.begunBy(),
                        draft.editedBy(),
                        draft.editedAt(),
                        standing.said().map(paper -> paper.remark()).orElse(""));
    }
}
