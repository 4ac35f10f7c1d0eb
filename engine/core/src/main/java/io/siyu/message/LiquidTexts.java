package io.siyu.message;

import io.siyu.decision.Decision;
import io.siyu.member.State;
import io.siyu.rule.Edition;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Composes texts written in Liquid; keeps the compiled texts of the editions in use. */
public final class LiquidTexts implements Compose {

    private static final int KEPT = 32;

    private final ConcurrentMap<String, Texts> byEdition = new ConcurrentHashMap<>();

    @Override
    public String text(Decision decision, State state, Edition edition) {
        Texts texts = byEdition.get(edition.hash());
        return (texts == null ? compiled(edition) : texts).render(decision, state);
    }

    private Texts compiled(Edition edition) {
        if (byEdition.size() >= KEPT) {
            byEdition.clear(); // why: a node that publishes all day must not keep every edition it ever saw
        }
        return byEdition.computeIfAbsent(edition.hash(), hash -> Texts.of(edition));
    }
}
