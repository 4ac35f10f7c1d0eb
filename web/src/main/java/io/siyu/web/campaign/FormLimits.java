package io.siyu.web.campaign;

import io.siyu.message.ChannelKind;
import io.siyu.message.ChannelKind.Limit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much the words of each field may hold on the channel they go out by. */
final class FormLimits {
    private static final Pattern WORDS = Pattern.compile("(/steps/.+?)/(?:text|fields/([a-z0-9_]+))(?:/[a-z]{2})?");

    /** What stands for a value: how long that will be is known only when it is sent. */
    private static final Pattern MARKUP = Pattern.compile("(?s)\\{\\{.*?}}|\\{%.*?%}");

    private final CampaignText text;
    private final Map<String, ChannelKind> kinds;

    FormLimits(CampaignText text, Map<String, ChannelKind> kinds) {
        this.text = text;
        this.kinds = kinds;
    }

    /**
     * A limit and what a field holds of it.
     *
     * @param most of words as they are
     * @param limit of any words
     * @param open whether there are values in the words, which count with what they will be
     */
    record Filled(int count, int most, Limit limit, boolean open) {

        /** The unit as the last part of a message key. */
        public String unit() {
            return limit.bytes() ? "bytes" : "characters";
        }

        /** Whether the words alone are too many. */
        public boolean isOver() {
            return count > most;
        }
    }

    /** Empty for what is no message's text, or goes where nobody counts. */
    Optional<Filled> of(FormField field) {
        Matcher words = WORDS.matcher(field.pointer());
        if (!words.matches()) {
            return Optional.empty();
        }
        String own = text.value(words.group(1) + "/channel");
        ChannelKind kind = kinds.get(own.isEmpty() ? text.value("/channel") : own);
        boolean stays = text.names(words.group(1)).contains("task");
        if (kind == null || stays) {
            return Optional.empty();
        }
        String said = field.value().strip();
        String alone = MARKUP.matcher(said).replaceAll("");
        return kind.limit(words.group(2) == null ? "" : words.group(2)).map(limit -> filled(limit, alone, said));
    }

    private static Filled filled(Limit limit, String alone, String said) {
        return new Filled(limit.count(alone), limit.most(alone), limit, !alone.equals(said));
    }
}
