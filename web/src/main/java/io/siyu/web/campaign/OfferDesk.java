package io.siyu.web.campaign;

import io.siyu.web.campaign.Offers.Adoption;
import io.siyu.web.campaign.Offers.Offer;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Manuscript;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where head office offers campaigns and stores adopt them for their own members. */
@Component
class OfferDesk {
    private static final String STORE = "[\\p{L}\\p{N}._-]{1,60}";

    private final Desk desk;
    private final CampaignDesk campaigns;
    private final CampaignOffice office;
    private final Offers offers;
    private final StepCounts counts;
    private final Clock clock;

    OfferDesk(Desk desk, CampaignDesk campaigns, CampaignOffice office, Offers offers, StepCounts counts, Clock clock) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.office = office;
        this.offers = offers;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * A campaign on offer.
     *
     * @param adopted by which stores, and how each fares
     */
    record Told(String campaign, String name, String by, List<AdoptionTold> adopted) {
        Told {
            adopted = List.copyOf(adopted);
        }
    }

    /**
     * A store's own.
     *
     * @param store a store or a unit, and what people call it
     * @param stage null if nothing of it is left
     * @param sent how many messages were decided to be sent
     */
    record AdoptionTold(
            String campaign,
            String store,
            String name,
            String by,
            @Nullable Stage stage,
            long sent) {}

    /** What is on offer, with who took it. */
    List<Told> all(String language) {
        Map<String, Standing> standings = office.standings();
        List<Adoption> adoptions = offers.adoptions();
        Organisation house = new Organisation(desk.registers());
        Map<String, Long> counted = adoptions.isEmpty() ? Map.of() : counts.counted();
        return offers.all().stream()
                .map(offer -> new Told(
                        offer.campaign(),
                        CampaignCard.of(offer.campaign(), CampaignText.of(offer.text()), language)
                                .name(),
                        offer.by(),
                        adoptions.stream()
                                .filter(adoption -> adoption.offer().equals(offer.campaign()))
                                .map(adoption -> told(
                                        adoption,
                                        house.name(adoption.store()),
                                        standings.get(adoption.campaign()),
                                        counts.of(adoption.campaign(), counted)))
                                .toList()))
                .toList();
    }

    private static AdoptionTold told(
            Adoption adoption, String name, @Nullable Standing standing, List<StepCounts.StepFigures> figures) {
        long sent = figures.stream()
                .flatMap(step -> step.figures().stream())
                .filter(figure -> figure.verdict().equals("send"))
                .mapToLong(StepCounts.Figure::count)
                .sum();
        Stage stage = standing == null ? null : standing.stage();
        return new AdoptionTold(adoption.campaign(), adoption.store(), name, adoption.by(), stage, sent);
    }

    /**
     * Offers a campaign with its words of now.
     *
     * @throws IllegalArgumentException when they have faults
     */
    void offer(String campaign, String by) {
        Manuscript manuscript = desk.open(CampaignDesk.path(campaign)).orElseThrow(CampaignDesk::missing);
        requireSound(manuscript, campaign);
        offers.put(new Offer(campaign, manuscript.text(), by, clock.instant()));
    }

    /** Takes an offer back. */
    void withdraw(String campaign) {
        offers.withdraw(campaign);
    }

    /** Who can adopt; empty when the house has written no stores down, and any will do. */
    List<Organisation.Place> places() {
        return new Organisation(desk.registers()).places();
    }

    /**
     * Makes an offer a store's own draft, or that of a unit such as a franchisee: for members whose last store it is or belongs to
     * it, for its communities, and of what a store calls, for its own members and staff.
     *
     * @return the new campaign's id
     * @throws IllegalArgumentException when it is no store or unit, or the offer has faults or cannot be narrowed
     */
    String adopt(String campaign, String store, String by) {
        Offer offer = offers.find(campaign).orElseThrow(CampaignDesk::missing);
        if (!store.matches(STORE)) {
            throw new IllegalArgumentException("The store (" + store
                    + ") is not written as one.\nMaybe letters, digits, dots and dashes, 60 at most.");
        }
        String id = campaigns.free(offer.campaign() + "-" + slug(store));
        Manuscript called =
                desk.judge(CampaignDesk.path(id), CampaignTemplates.called(offer.text(), offer.campaign(), id));
        requireSound(called, campaign);
        CampaignText own = new Narrowed(called).to(new Organisation(desk.registers()).own(store));
        campaigns.derive(id, own.text(), by, new CampaignDesk.Source(offer.campaign(), offer.text()));
        offers.adopt(new Adoption(id, offer.campaign(), store, by, clock.instant()));
        return id;
    }

    private static void requireSound(Manuscript manuscript, String campaign) {
        if (!manuscript.reading().isPublishable()) {
            throw new IllegalArgumentException("The campaign (" + campaign + ") has faults: "
                    + manuscript.reading().diagnostics().get(0) + "\nMaybe mend them first.");
        }
    }

    /** why: ids are of few letters; stores that differ in others only get a number behind. */
    private static String slug(String store) {
        String slug =
                store.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty()
                ? "store"
                : slug.substring(0, Math.min(16, slug.length())).replaceAll("-$", "");
    }
}
