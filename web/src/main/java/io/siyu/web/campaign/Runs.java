package io.siyu.web.campaign;

import io.siyu.campaign.Campaign;
import io.siyu.partition.HouseTime;
import io.siyu.partition.StoreDownException;
import io.siyu.rule.Edition;
import io.siyu.web.lifecycle.Run;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.publish.Publishing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How the campaigns in force run now. */
@Component
class Runs {

    private final Publishing publishing;
    private final Pausing pausing;
    private final HouseTime time;

    Runs(Publishing publishing, Pausing pausing, HouseTime time) {
        this.publishing = publishing;
        this.pausing = pausing;
        this.time = time;
    }

    /** The stage of every campaign in force, by the path of its file. */
    Map<String, Stage> all() {
        Edition edition = publishing.edition();
        Optional<Run.House> house = house(edition.settings().zone());
        Map<String, Stage> stages = new TreeMap<>();
        for (Campaign campaign : edition.campaigns().values()) {
            stages.put(
                    campaign.file(),
                    house.map(known -> Run.stage(campaign, known)).orElse(Stage.LIVE));
        }
        return stages;
    }

    /** why: a campaign can be written while the store is away; then nothing is known of what it paused or ended. */
    private Optional<Run.House> house(ZoneId zone) {
        try {
            Instant now = time.now();
            Pausing.Told told = pausing.told();
            return Optional.of(new Run.House(zone, now, told.paused(), told.ended()));
        } catch (StoreDownException down) {
            return Optional.empty();
        }
    }
}
