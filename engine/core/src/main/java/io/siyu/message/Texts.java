package io.siyu.message;

import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.decision.Decision;
import io.siyu.event.Catalogue;
import io.siyu.member.MemberProfile;
import io.siyu.member.State;
import io.siyu.rule.Edition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All texts of one edition, each compiled when it is first needed. Safe for many threads; what it renders depends on its arguments only. */
public final class Texts {

    private static final String LANGUAGE = "language";

    private final Catalogue catalogue;
    private final Settings settings;
    private final Map<String, Map<String, Compiled>> byTemplate = new ConcurrentHashMap<>();
    private final Map<String, Template> templates;

    private Texts(Catalogue catalogue, Settings settings, Map<String, Template> templates) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.templates = templates;
    }

    /** The texts of an edition. */
    public static Texts of(Edition edition) {
        return new Texts(edition.catalogue(), edition.settings(), edition.templates());
    }

    /** The fields of the trigger a text prints, in any language: what an enrolment has to keep. */
    public static Set<String> variables(Text text) {
        Set<String> variables = new TreeSet<>();
        text.entries().forEach(language -> {
            for (Part part : Liquid.read(language.getValue()).parts()) {
                if (part instanceof Part.Print print) {
                    variables.add(Compiled.triggerKey(print.name()));
                }
            }
        });
        variables.remove("");
        return variables;
    }

    /** The text of a decision that somebody reads; empty for any other and for a template this edition lacks. */
    public String render(Decision decision, State state) {
        Template template = decision.speaks() ? templates.get(decision.intent().target()) : null;
        return template == null ? "" : render(template, decision.intent().about(), state);
    }

    /** A template in the subject's language, for values its trigger brought. */
    public String render(Template template, Map<String, String> about, State state) {
        MemberProfile member = state.profile() instanceof MemberProfile profile ? profile : null;
        return render(template, language(member), new Segment.Seen(about, member, settings));
    }

    /** A template in one language for nobody in particular, such as a preview of its defaults. */
    public String render(Template template, String language, Map<String, String> about) {
        return render(template, language, new Segment.Seen(about, null, settings));
    }

    private String render(Template template, String language, Segment.Seen seen) {
        Template known = templates.get(template.id());
        if (known == null) {
            return "";
        }
        Map<String, Compiled> byLanguage = byTemplate.computeIfAbsent(known.id(), id -> compiled(known));
        if (byLanguage.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(160);
        for (Segment segment : spoken(byLanguage, language).segments()) {
            segment.write(text, seen);
        }
        return text.toString();
    }

    private Compiled spoken(Map<String, Compiled> byLanguage, String language) {
        Compiled wanted = byLanguage.get(language);
        Compiled spoken = wanted == null ? byLanguage.get(settings.language()) : wanted;
        return spoken == null ? byLanguage.values().iterator().next() : spoken;
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
