package io.siyu.rule;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Pairs;
import io.siyu.campaign.Promise;
import io.siyu.campaign.Registers;
import io.siyu.campaign.SavedAudience;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.event.Catalogue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable, published playbook.
 *
 * @param hash content hash of everything people wrote, 12 hex digits
 * @param campaigns by id
 * @param templates by id; a campaign's step has {@code <campaign>/<step>}
 * @param promises in the order written
 * @param beside what these look up
 */
public record Edition(
        String hash,
        Catalogue catalogue,
        Settings settings,
        Map<String, Campaign> campaigns,
        Map<String, Template> templates,
        List<Promise> promises,
        RuleBook rules,
        Beside beside) {

    /**
     * What campaigns, rules and texts of an edition look up.
     *
     * @param registers its stores and lists of members
     * @param earlier versions of campaigns that members are still inside of, by {@code <campaign>@<version>}
     * @param audiences those saved under names of their own, by id
     * @param wording what stands against its texts
     * @param pairs which product to show to whom
     */
    public record Beside(
            Registers registers,
            Map<String, Campaign> earlier,
            Map<String, SavedAudience> audiences,
            Wording wording,
            Pairs pairs) {

        /** Nothing to look up. */
        public static final Beside NOTHING =
                new Beside(Registers.UNCHECKED, Map.of(), Map.of(), Wording.ANY, Pairs.NONE);

        public Beside {
            earlier = Collections.unmodifiableMap(new TreeMap<>(earlier));
            audiences = Collections.unmodifiableMap(new TreeMap<>(audiences));
        }
    }

    public Edition {
        campaigns = Collections.unmodifiableMap(new TreeMap<>(campaigns));
        templates = Collections.unmodifiableMap(new TreeMap<>(templates));
        promises = List.copyOf(promises);
    }

    /** An edition that has nothing to look up. */
    public Edition(
            String hash,
            Catalogue catalogue,
            Settings settings,
            Map<String, Campaign> campaigns,
            Map<String, Template> templates,
            List<Promise> promises,
            RuleBook rules) {
        this(hash, catalogue, settings, campaigns, templates, promises, rules, Beside.NOTHING);
    }

    /** An edition that promises nothing. */
    public Edition(
            String hash,
            Catalogue catalogue,
            Settings settings,
            Map<String, Campaign> campaigns,
            Map<String, Template> templates,
            RuleBook rules) {
        this(hash, catalogue, settings, campaigns, templates, List.of(), rules);
    }

    /** This edition with other campaigns and rules. */
    public Edition with(Map<String, Campaign> otherCampaigns, RuleBook otherRules) {
        return new Edition(hash, catalogue, settings, otherCampaigns, templates, promises, otherRules, beside);
    }

    /** This edition with other settings. */
    public Edition with(Settings otherSettings) {
        return new Edition(hash, catalogue, otherSettings, campaigns, templates, promises, rules, beside);
    }

    /** This edition with one more template, or another of its id. */
    public Edition with(Template template) {
        Map<String, Template> more = new TreeMap<>(templates);
        more.put(template.id(), template);
        return new Edition(hash, catalogue, settings, campaigns, more, promises, rules, beside);
    }

    /** This edition with what stands against its texts. */
    public Edition with(Wording its) {
        Beside other = new Beside(registers(), earlier(), audiences(), its, pairs());
        return new Edition(hash, catalogue, settings, campaigns, templates, promises, rules, other);
    }

    /** This edition with other pairs of products. */
    public Edition with(Pairs others) {
        Beside other = new Beside(registers(), earlier(), audiences(), wording(), others);
        return new Edition(hash, catalogue, settings, campaigns, templates, promises, rules, other);
    }

    /** Its stores and lists of members. */
    public Registers registers() {
        return beside.registers();
    }

    /** Versions of campaigns that members are still inside of, by {@code <campaign>@<version>}. */
    public Map<String, Campaign> earlier() {
        return beside.earlier();
    }

    /** Audiences saved under names of their own, by id. */
    public Map<String, SavedAudience> audiences() {
        return beside.audiences();
    }

    /** What stands against its texts. */
    public Wording wording() {
        return beside.wording();
    }

    /** Which product to show to whom. */
    public Pairs pairs() {
        return beside.pairs();
    }

    /** The campaign with this id, or null if this edition has none. */
    public @Nullable Campaign campaign(@Nullable String id) {
        return id == null ? null : campaigns.get(id);
    }

    /**
     * The campaign as whoever entered this version goes through it: the earlier one where members finish what they
     * entered, else the one in force; null if there is none.
     */
    public @Nullable Campaign campaign(String id, String version) {
        Campaign now = campaigns.get(id);
        if (now == null
                || version.isEmpty()
                || now.journey().moves()
                || now.journey().version().equals(version)) {
            return now;
        }
        return earlier().getOrDefault(Campaign.versioned(id, version), now);
    }
}
