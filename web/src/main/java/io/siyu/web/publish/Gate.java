package io.siyu.web.publish;

import io.siyu.campaign.Diagnostic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is asked before a file's words are kept or published, and told of it afterwards. Safe for many threads. */
public interface Gate {

    /** Why nobody may write in this file now; empty when they may. */
    Optional<String> againstWriting(String path);

    /** Why these words may not be published; empty when they may. */
    Optional<Diagnostic> againstPublishing(String path, String text);

    /**
     * Words were kept that differ from those before.
     *
     * @param before the draft there was; null if there was none
     */
    void written(Draft draft, @Nullable Draft before);

    /** A draft was thrown away. */
    void discarded(Draft draft, String by);

    /** The words came into force with this revision. */
    void published(Draft draft, String by, long revision);
}
