package io.siyu.message;

import io.siyu.campaign.Settings;
import io.siyu.event.Catalogue;
import io.siyu.event.Subject;
import io.siyu.member.MemberProfile;
import io.siyu.member.State;
import java.util.ArrayList;
import java.util.List;

/** Writes texts for members made up before anybody real gets them. */
public final class Rehearsal {
    private final Catalogue catalogue;
    private final Settings settings;
    private final Seen.Kept kept;

    public Rehearsal(Catalogue catalogue, Settings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.kept = Seen.Kept.of(catalogue);
    }

    /** What goes wrong when a text without other faults is written for each of them. */
    public List<TextFault> faults(String source, String language, Scope scope) {
        Compiled compiled = Compiled.of(source, catalogue, settings);
        List<TextFault> faults = new ArrayList<>();
        for (Sample sample : Sample.values()) {
            try {
                compiled.write(seen(sample, language, scope));
            } catch (UnrenderableException failed) {
                faults.add(new TextFault(
                        0,
                        "text.render",
                        "For " + sample.words() + " the text needs " + failed.getMessage()
                                + ".\nMaybe a condition around that part."));
                break;
            }
        }
        return faults;
    }

    private Seen seen(Sample sample, String language, Scope scope) {
        State nobody = State.fresh(Subject.member("sample"), 1);
        MemberProfile member = sample.member(scope, (MemberProfile) nobody.profile());
        return new Seen(
                sample.about(scope, settings),
                member,
                new Tongue(language.isEmpty() ? settings.language() : language, settings),
                kept);
    }
}
