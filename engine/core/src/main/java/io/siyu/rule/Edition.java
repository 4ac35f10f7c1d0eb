package io.siyu.rule;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Promise;
import io.siyu.campaign.Registers;
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
 * @param registers its stores and lists of members
 * @param earlier versions of campaigns that members are still inside of, by {@code <campaign>@<version>}
 * @param wording what stands against its texts
 */
public record Edition(
        String hash,
        Catalogue catalogue,
        Settings settings,
        Map<String, Campaign> campaigns,
        Map<String, Template> templates,
        List<Promise> promises,
        RuleBook rules,
        Registers registers,
        Map<String, Campaign> earlier,
        Wording wording) {

    public Edition {
        campaigns = Collections.unmodifiableMap(new TreeMap<>(campaigns));
        templates = Collections.unmodifiableMap(new TreeMap<>(templates));
        promises = List.copyOf(promises);
        earlier = Collections.unmodifiableMap(new TreeMap<>(earlier));
    }

    /** An edition without stores and lists, of whose campaigns nobody entered an earlier version and whose texts suit everybody. */
    public Edition(
            String hash,
            Catalogue catalogue,
            Settings settings,
            Map<String, Campaign> campaigns,
            Map<String, Template> templates,
            List<Promise> promises,
            RuleBook rules) {
        this(hash, catalogue, settings, campaigns, templates, promises, rules, Registers.UNCHECKED, Map.of(), Wording.ANY);
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
        return new Edition(
                hash,
                catalogue,
                settings,
                otherCampaigns,
                templates,
                promises,
                otherRules,
                registers,
                earlier,
                wording);
    }

    /** This edition with what stands against its texts. */
    public Edition with(Wording its) {
        return new Edition(
                hash, catalogue, settings, campaigns, templates, promises, rules, registers, earlier, its);
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
        return earlier.getOrDefault(id + "@" + version, now);
    }
}
