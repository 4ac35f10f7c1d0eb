package io.siyu.message;

import io.siyu.decision.Decision;
import io.siyu.member.State;
import io.siyu.rule.Edition;

/** Composes texts written in Liquid; keeps the compiled texts of the editions in use. */
public final class LiquidTexts implements Compose {

    // why: a node that publishes all day must not keep every edition it ever saw
    private final Remembered<String, Spoken> byEdition = new Remembered<>(32);

    /** What an edition says to people, and what it tells programs. */
    private record Spoken(Texts texts, Webhooks webhooks) {}

    @Override
    public String text(Decision decision, State state, Edition edition) {
        Spoken spoken = byEdition.of(edition.hash(), hash -> new Spoken(texts(edition), Webhooks.of(edition)));
        return spoken.webhooks().tells(decision)
                ? spoken.webhooks().body(decision, state, spoken.texts())
                : spoken.texts().render(decision, state);
    }

    /** What was read with the edition, as far as it was: its texts are compiled already. */
    private static Texts texts(Edition edition) {
        return edition.wording() instanceof Texts read ? read : Texts.of(edition);
    }
}
