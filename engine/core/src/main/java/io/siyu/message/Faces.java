package io.siyu.message;

import io.siyu.campaign.Content;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.campaign.Variant;
import io.siyu.event.Catalogue;
import io.siyu.member.MemberProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** What one template says to whom: its text and its variants, each compiled in every language it is written in. */
final class Faces {
    private final Template template;
    private final List<Face> variants = new ArrayList<>();
    private final Face plain;
    private final Links links;
    private final @Nullable ChannelKind kind;
    private final boolean mayFail;

    Faces(Template template, Catalogue catalogue, Settings settings, Links links) {
        this.template = template;
        this.links = links;
        this.kind = ChannelKind.of(settings.kind(template.channel())).orElse(null);
        Content content = template.content();
        for (Variant variant : content.variants()) {
            variants.add(new Face(variant, Map.of("", compiled(variant.text(), catalogue, settings))));
        }
        Map<String, Map<String, Compiled>> fields = new LinkedHashMap<>();
        content.fields().forEach((name, text) -> fields.put(name, compiled(text, catalogue, settings)));
        if (fields.isEmpty()) {
            fields.put("", compiled(template.text(), catalogue, settings));
        }
        plain = new Face(null, fields);
        mayFail = mayFail(plain) || variants.stream().anyMatch(Faces::mayFail);
    }

    /** One way to say it: by field, {@code ""} for the one text, and by language. */
    private record Face(@Nullable Variant variant, Map<String, Map<String, Compiled>> fields) {

        int fit(String channel, String store) {
            return variant == null ? -1 : variant.fit(channel, store);
        }
    }

    private static Map<String, Compiled> compiled(Text text, Catalogue catalogue, Settings settings) {
        Map<String, Compiled> byLanguage = new LinkedHashMap<>();
        text.entries()
                .forEach(language ->
                        byLanguage.put(language.getKey(), Compiled.of(language.getValue(), catalogue, settings)));
        return byLanguage;
    }

    Links links() {
        return links;
    }

    /** Whether there are values for which it cannot be written. */
    boolean mayFail() {
        return mayFail;
    }

    private static boolean mayFail(Face face) {
        return face.fields().values().stream()
                .flatMap(byLanguage -> byLanguage.values().stream())
                .anyMatch(Compiled::mayFail);
    }

    /** The kind of its channel; null when that is not known. */
    @Nullable
    ChannelKind kind() {
        return kind;
    }

    /** Whether it can be written and sent, as can be told before it is written; if not, only writing it can tell. */
    boolean isSurelyFine(String store, Tongue tongue, Map<String, String> about, @Nullable MemberProfile member) {
        if (mayFail) {
            return false;
        }
        if (kind == null) {
            return true;
        }
        for (Map<String, Compiled> byLanguage : face(store).fields().values()) {
            Compiled text = byLanguage.get(chosen(byLanguage, tongue));
            if (text != null && !kind.takes(text.extent(), text.extent().most(about, member), template.purpose())) {
                return false;
            }
        }
        return true;
    }

    /**
     * What is written, by field.
     *
     * @param store of the event or the member; empty when unknown
     * @param tongue the language wished for
     */
    Map<String, String> write(String store, Tongue tongue, Writer writer) {
        Map<String, String> written = new LinkedHashMap<>();
        for (Entry<String, Map<String, Compiled>> field : face(store).fields().entrySet()) {
            String chosen = chosen(field.getValue(), tongue);
            Compiled text = field.getValue().get(chosen);
            if (text != null) {
                String language = chosen.isEmpty() ? tongue.language() : chosen;
                written.put(field.getKey(), writer.write(text, new Tongue(language, tongue.settings())));
            }
        }
        return written;
    }

    /** Writes one text for somebody. */
    @FunctionalInterface
    interface Writer {
        String write(Compiled text, Tongue tongue);
    }

    private Face face(String store) {
        Face closest = plain;
        int fit = -1;
        for (Face variant : variants) {
            int its = variant.fit(template.channel(), store);
            if (its > fit) {
                closest = variant;
                fit = its;
            }
        }
        return closest;
    }

    private static String chosen(Map<String, Compiled> byLanguage, Tongue tongue) {
        if (byLanguage.containsKey(tongue.language())) {
            return tongue.language();
        }
        String house = tongue.settings().language();
        return byLanguage.containsKey(house) || byLanguage.isEmpty()
                ? house
                : byLanguage.keySet().iterator().next();
    }
}
