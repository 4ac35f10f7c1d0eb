package io.siyu.web.campaign;

import io.siyu.partition.HouseTime;
import io.siyu.partition.StoreDownException;
import io.siyu.web.access.People;
import io.siyu.web.campaign.Checklist.Item;
import io.siyu.web.campaign.Checklist.Level;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.publish.Manuscript;
import io.siyu.web.publish.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the checklist of a campaign as it is written in this house now. */
@Component
class Checklists {

    private final HouseTime time;
    private final People people;
    private final Reach reach;

    Checklists(HouseTime time, People people, Reach reach) {
        this.time = time;
        this.people = people;
        this.reach = reach;
    }

    Checklist of(Manuscript manuscript, Standing standing) {
        List<Item> items = new ArrayList<>();
        int faults = manuscript.reading().diagnostics().size();
        items.add(new Item("faults", faults == 0 ? Level.FINE : Level.STOP, List.of(String.valueOf(faults))));
        if (standing.stage() == Stage.ENDED || standing.stage() == Stage.ARCHIVED) {
            items.add(new Item("ended", Level.LOOK, List.of()));
        }
        manuscript
                .reading()
                .draft()
                .ifPresent(edition -> manuscript
                        .campaign()
                        .ifPresent(campaign ->
                                items.addAll(new Checks(campaign, edition, CampaignText.of(manuscript.text()))
                                        .all(now(), reach.missing(edition)))));
        items.add(approval(standing));
        return new Checklist(items);
    }

    private Item approval(Standing standing) {
        return standing.demanded()
                ? new Item("approval", Level.LOOK, List.of(String.valueOf(people.approvers())))
                : new Item("approval", Level.FINE, List.of());
    }

    private @Nullable Instant now() {
        try {
            return time.now();
        } catch (StoreDownException down) {
            return null; // why: a campaign can be written while the store is away; what needs the time is left out
        }
    }
}
