package io.siyu.message;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.Settings;
import io.siyu.event.Catalogue;
import io.siyu.event.Subject;
import io.siyu.member.MemberProfile;
import io.siyu.member.State;
import io.siyu.message.ChannelKind.Breach;
import java.util.Map;
import java.util.Optional;

/** Writes texts for members made up before anybody real gets them. */
public final class Rehearsal {
    private final Catalogue catalogue;
    private final Settings settings;
    private final Seen.Kept kept;
    private final Longest longest;

    public Rehearsal(Catalogue catalogue, Settings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.kept = Seen.Kept.of(catalogue);
        this.longest = Longest.of(catalogue);
    }

    /**
     * Where a text stands.
     *
     * @param field empty for the one text of a message
     * @param channel empty when it is not known
     * @param language empty when the text is the same in every language
     */
    public record Place(String field, String channel, Purpose purpose, String language) {}

    /** What goes wrong first when a text without other faults is written for each of them. */
    public Optional<TextFault> fault(String source, Place place, Scope scope) {
        Compiled compiled = Compiled.of(source, catalogue, settings);
        Optional<ChannelKind> kind = ChannelKind.of(settings.kind(place.channel()));
        for (Sample sample : Sample.values()) {
            try {
                String written = compiled.write(seen(sample, place, scope, source));
                Optional<Breach> breach =
                        kind.flatMap(its -> longest.breach(its, place.purpose(), Map.of(place.field(), written)));
                if (breach.isPresent()) {
                    return Optional.of(limit(breach.get(), kind.get(), sample));
                }
            } catch (UnrenderableException failed) {
                return Optional.of(new TextFault(
                        0,
                        "text.render",
                        "For " + sample.words() + " the text needs " + failed.getMessage()
                                + ".\nMaybe a condition around that part."));
            }
        }
        return Optional.empty();
    }

    private static TextFault limit(Breach breach, ChannelKind kind, Sample sample) {
        String advice = breach.wrong().contains("opt out")
                ? "Maybe \"拒收请回复R\" as its last words."
                : breach.wrong().contains(" of ") ? "Maybe \"| truncate: …\"." : "Maybe a default of another form.";
        String field = breach.field().isEmpty() ? "The text" : "\"" + breach.field() + "\"";
        return new TextFault(
                0,
                "text.limit",
                field + " is not what " + kind.word() + " takes (" + breach.wrong() + ") for " + sample.words() + ".\n"
                        + advice);
    }

    private Seen seen(Sample sample, Place place, Scope scope, String source) {
        String sign = FieldKind.of(place.field()).map(FieldKind::sign).orElse(FieldKind.WIDE_SIGN);
        State nobody = State.fresh(Subject.member("sample"), 1);
        MemberProfile member = sample.member(scope, (MemberProfile) nobody.profile(), sign);
        return new Seen(
                sample.about(scope, settings, sign),
                member,
                new Tongue(place.language().isEmpty() ? settings.language() : place.language(), settings),
                kept,
                new Seen.Showing(
                        place.channel(),
                        sample.pairs(sign, settings),
                        Links.rehearsed(source, settings),
                        Sending.someday("campaign/step", "m" + "0".repeat(20))));
    }
}
