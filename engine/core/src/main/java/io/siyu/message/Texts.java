package io.siyu.message;

import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.decision.Decision;
import io.siyu.event.Catalogue;
import io.siyu.event.FieldType;
import io.siyu.member.MemberProfile;
import io.siyu.member.State;
import io.siyu.rule.Edition;
import io.siyu.rule.Wording;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All texts of one edition, each compiled when it is first needed. Safe for many threads; what it renders depends on its arguments only. */
public final class Texts implements Wording {

    private static final String LANGUAGE = "language";

    private final Catalogue catalogue;
    private final Settings settings;
    private final Map<String, Map<String, Compiled>> byTemplate = new ConcurrentHashMap<>();
    private final Map<String, Template> templates;
    private final Seen.Kept kept;

    private Texts(Catalogue catalogue, Settings settings, Map<String, Template> templates) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.templates = templates;
        this.kept = Seen.Kept.of(catalogue);
    }

    /** The texts of an edition. */
    public static Texts of(Edition edition) {
        return new Texts(edition.catalogue(), edition.settings(), edition.templates());
    }

    /** The fields of the trigger a text uses, in any language: what an enrolment has to keep. */
    public static Set<String> variables(Text text) {
        Set<String> variables = new TreeSet<>();
        text.entries().forEach(language -> {
            for (String name : TextCheck.names(Liquid.read(language.getValue()).parts())) {
                variables.add(TextCheck.root(Compiled.triggerKey(name)));
            }
        });
        variables.remove("");
        return variables;
    }

    /** The text of a decision that somebody reads; empty for any other and for a template this edition lacks. */
    public String render(Decision decision, State state) {
        Template template = decision.speaks() ? templates.get(decision.intent().target()) : null;
        MemberProfile member = member(state);
        return template == null
                ? ""
                : written(template, language(member), decision.intent().about(), member);
    }

    /** A template in the subject's language, for values its trigger brought; empty when it cannot be written for them. */
    public String render(Template template, Map<String, String> about, State state) {
        MemberProfile member = member(state);
        return shown(template, language(member), about, member);
    }

    /** A template in one language for nobody in particular, such as a preview of its defaults. */
    public String render(Template template, String language, Map<String, String> about) {
        return shown(template, language, about, null);
    }

    /**
     * Values of the trigger to preview a template with: {@code ‹name›} where a text only prints them, something of the kind
     * where it works with them.
     */
    public Map<String, String> standIns(Template template) {
        Spoken spoken = spoken(template, settings.language());
        boolean plain = spoken == null || !spoken.text().mayFail();
        Map<String, String> about = new TreeMap<>();
        for (String name : template.prints()) {
            FieldType type = plain ? null : kept.ofTrigger().get(name);
            about.put(name, type == null ? "‹" + name + "›" : Sample.USUAL.text(name, type, settings));
        }
        return about;
    }

    @Override
    public Flaw flaw(Template template, Map<String, String> about, State state) {
        MemberProfile member = member(state);
        Spoken spoken = spoken(template, language(member));
        if (spoken == null || !spoken.text().mayFail()) {
            return Flaw.NONE;
        }
        try {
            spoken.text().write(new Seen(about, member, spoken.tongue(), kept));
            return Flaw.NONE;
        } catch (UnrenderableException failed) {
            return Flaw.failed(String.valueOf(failed.getMessage()));
        }
    }

    private String shown(
            Template template, String language, Map<String, String> about, @Nullable MemberProfile member) {
        try {
            return written(template, language, about, member);
        } catch (UnrenderableException failed) {
            return "";
        }
    }

    private String written(
            Template template, String language, Map<String, String> about, @Nullable MemberProfile member) {
        Spoken spoken = spoken(template, language);
        return spoken == null ? "" : spoken.text().write(new Seen(about, member, spoken.tongue(), kept));
    }

    private static @Nullable MemberProfile member(State state) {
        return state.profile() instanceof MemberProfile profile ? profile : null;
    }

    /** A text and the language it is in. */
    private record Spoken(Compiled text, Tongue tongue) {}

    private @Nullable Spoken spoken(Template template, String language) {
        Template known = templates.get(template.id());
        if (known == null) {
            return null;
        }
        Map<String, Compiled> byLanguage = byTemplate.computeIfAbsent(known.id(), id -> compiled(known));
        String chosen = byLanguage.containsKey(language) ? language : settings.language();
        if (!byLanguage.containsKey(chosen)) {
            chosen = byLanguage.isEmpty() ? "" : byLanguage.keySet().iterator().next();
        }
        Compiled text = byLanguage.get(chosen);
        return text == null ? null : new Spoken(text, new Tongue(chosen.isEmpty() ? language : chosen, settings));
    }

    private String language(@Nullable MemberProfile member) {
        Object told = member == null ? null : member.attributes().get(LANGUAGE);
        return told instanceof String tag && tag.length() >= 2
                ? tag.substring(0, 2).toLowerCase(Locale.ROOT)
                : settings.language();
    }

    private Map<String, Compiled> compiled(Template template) {
        Map<String, Compiled> byLanguage = new LinkedHashMap<>();
        template.text()
                .entries()
                .forEach(language ->
                        byLanguage.put(language.getKey(), Compiled.of(language.getValue(), catalogue, settings)));
        return byLanguage;
    }
}
