package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Course;
import io.siyu.campaign.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of campaigns that members are still inside of, as files beside those in force: {@code
 * campaigns/earlier/<campaign>.<version>.until-<day>.yaml}. Publishing puts them there and takes them away behind their day.
 */
public final class Earlier {

    /** How long a version is kept beyond the longest way through it, for what was on hold and for houses that stood still. */
    static final Duration MARGIN = Duration.ofDays(7);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern NAME = Pattern.compile(
            Pattern.quote(Layout.EARLIER) + "([a-z0-9-]+)[.]([0-9a-f]{8})[.]until-([0-9]{4}-[0-9]{2}-[0-9]{2})[.]yaml");

    private final EditionDiff.Written before;
    private final EditionDiff.Written after;
    private final LocalDate today;

    private Earlier(EditionDiff.Written before, EditionDiff.Written after, LocalDate today) {
        this.before = before;
        this.after = after;
        this.today = today;
    }

    /**
     * A playbook with every version that members who entered under the edition in force may be inside of, unless its campaign
     * moves them on or is gone. Doing it again changes nothing.
     *
     * @param before what is in force
     * @param today the retailer's day
     */
    public static Playbook carry(EditionDiff.Written before, EditionDiff.Written after, LocalDate today) {
        return new Earlier(before, after, today).carried();
    }

    /** Whether a file is an earlier version of a campaign. */
    public static boolean isEarlier(String path) {
        return path.startsWith(Layout.EARLIER);
    }

    private Playbook carried() {
        Playbook next = after.playbook();
        for (String path : before.playbook().paths(Earlier::isEarlier)) {
            next = next.with(path, before.playbook().file(path).orElseThrow());
        }
        for (Campaign campaign : before.edition().campaigns().values()) {
            if (isSuperseded(campaign)) {
                byte[] file = before.playbook().file(campaign.file()).orElseThrow();
                next = next.with(path(campaign), file);
            }
        }
        return wanted(next);
    }

    /** Whether it is not in force any more although members may be inside: without a wait nobody ever is. */
    private boolean isSuperseded(Campaign campaign) {
        return !campaign.trigger().isPlanned()
                && !longest(campaign.steps()).isZero()
                && isWanted(campaign.id(), campaign.journey().version(), today);
    }

    /** Only the files that are wanted, of those about one version the one that is kept longest. */
    private Playbook wanted(Playbook playbook) {
        Playbook left = playbook;
        String longest = "";
        for (String path : playbook.paths(Earlier::isEarlier)) {
            Matcher name = NAME.matcher(path);
            if (!name.matches() || !isWanted(name.group(1), name.group(2), LocalDate.parse(name.group(3)))) {
                left = left.without(path);
                continue;
            }
            // why: paths are sorted, so of one version the longest kept comes last
            if (!longest.isEmpty() && version(longest).equals(version(path))) {
                left = left.without(longest);
            }
            longest = path;
        }
        return left;
    }

    private static String version(String path) {
        return path.substring(0, path.indexOf(".until-"));
    }

    private boolean isWanted(String id, String version, LocalDate until) {
        Campaign now = after.edition().campaigns().get(id);
        return now != null
                && !now.journey().moves()
                && !now.journey().version().equals(version)
                && !until.isBefore(today);
    }

    private String path(Campaign campaign) {
        Duration kept = longest(campaign.steps()).plus(MARGIN);
        return Layout.EARLIER + campaign.id() + "." + campaign.journey().version() + ".until-"
                + today.plusDays(kept.plus(DAY).toDays()) + ".yaml";
    }

    /** The longest time a member may take through these steps. */
    static Duration longest(List<Step> steps) {
        Duration longest = Duration.ZERO;
        for (Step step : steps) {
            longest = longest.plus(longest(step));
        }
        return longest;
    }

    private static Duration longest(Step step) {
        if (step instanceof Step.Wait wait) {
            return wait.duration();
        }
        if (step instanceof Step.Until) {
            return DAY.plusHours(1);
        }
        Duration longest = Duration.ZERO;
        for (List<Step> path : Course.paths(step)) {
            Duration through = longest(path);
            longest = through.compareTo(longest) > 0 ? through : longest;
        }
        return step instanceof Step.Await await ? await.within().plus(longest) : longest;
    }
}
