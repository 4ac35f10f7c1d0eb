package io.siyu.web.campaign;

import io.siyu.web.campaign.FormSection.Called;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The way through a campaign for who writes one: place by place, each with how it stands. */
record Guide(Place place, CampaignForm form) {
    private static final List<Place> WAY = List.of(Place.values());

    /** What is looked at together, in order. */
    enum Place {
        WHAT,
        AUDIENCE,
        TEXTS,
        PREVIEW,
        SUBMIT;

        private Set<Called> sections() {
            return switch (this) {
                case WHAT -> Set.of(Called.WHAT, Called.WHEN);
                case AUDIENCE -> Set.of(Called.AUDIENCE);
                default -> Set.of();
            };
        }

        /** Its name in addresses and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The place of a word; the first for what is none. */
        static Place of(String word) {
            for (Place place : values()) {
                if (place.word().equals(word)) {
                    return place;
                }
            }
            return WHAT;
        }
    }

    /**
     * A place on the way.
     *
     * @param number from 1
     * @param faults how many answers there are wrong
     */
    record Stop(Place place, int number, int faults) {}

    public List<Stop> stops() {
        List<Stop> stops = new ArrayList<>();
        for (Place one : Place.values()) {
            stops.add(new Stop(one, stops.size() + 1, (int) fields(one).stream()
                    .filter(field -> !form.told(field.pointer()).isEmpty())
                    .count()));
        }
        return stops;
    }

    /** Sections of the form that are filled in here. */
    public List<FormSection> sections() {
        return sections(place);
    }

    private List<FormSection> sections(Place of) {
        return form.sections().stream()
                .filter(section -> of.sections().contains(section.called()))
                .toList();
    }

    /** The steps that say something. */
    public List<FormPart> parts() {
        return form.parts().stream().filter(part -> !words(part).isEmpty()).toList();
    }

    /** The fields of a step that are words. */
    public List<FormField> words(FormPart part) {
        return part.fields().stream()
                .filter(field -> field.label().equals("text"))
                .toList();
    }

    /** The place behind this one; the last is behind itself. */
    public Place next() {
        return WAY.get(Math.min(WAY.indexOf(place) + 1, WAY.size() - 1));
    }

    /** The place before this one; the first is before itself. */
    public Place back() {
        return WAY.get(Math.max(WAY.indexOf(place) - 1, 0));
    }

    private List<FormField> fields(Place of) {
        return of == Place.TEXTS
                ? parts().stream().flatMap(part -> words(part).stream()).toList()
                : sections(of).stream()
                        .flatMap(section -> section.fields().stream())
                        .toList();
    }
}
