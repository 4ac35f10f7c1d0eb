package io.siyu.message;

import io.siyu.decision.Decision;
import io.siyu.member.State;
import io.siyu.rule.Edition;

/** Composes texts written in Liquid; keeps the compiled texts of the editions in use. */
public final class LiquidTexts implements Compose {

    // why: a node that publishes all day must not keep every edition it ever saw
    private final Remembered<String, Texts> byEdition = new Remembered<>(32);

    @Override
    public String text(Decision decision, State state, Edition edition) {
        return byEdition.of(edition.hash(), hash -> Texts.of(edition)).render(decision, state);
    }
}
