package io.siyu.message;

import io.siyu.campaign.Content;
import io.siyu.campaign.Pairs;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All texts of one edition, each compiled when it is first needed. Safe for many threads; what it renders depends on its arguments only. */
public final class Texts implements Wording {

    private static final Set<String> BOUGHT = Set.of("items", "sku", "store");
    private static final String LANGUAGE = "language";
    private static final String STORE = "store";
    private static final String HOME = "homeStore";

    private final String hash;
    private final Pairs pairs;
    private final Set<String> pages;
    private final Catalogue catalogue;
    private final Settings settings;
    private final Map<String, Faces> byTemplate = new ConcurrentHashMap<>();
    private final Map<String, Template> templates;
    private final Seen.Kept kept;
    private final Longest longest;

    private Texts(Edition edition) {
        this.hash = edition.hash();
        this.pairs = edition.pairs();
        this.pages = Links.pages(pairs);
        this.catalogue = edition.catalogue();
        this.settings = edition.settings();
        this.templates = edition.templates();
        this.kept = Seen.Kept.of(catalogue);
        this.longest = Longest.of(catalogue);
    }

    /** The texts of an edition. */
    public static Texts of(Edition edition) {
        return new Texts(edition);
    }

    /** The fields of the trigger a text uses, in any language: what an enrolment has to keep. */
    public static Set<String> variables(Text text) {
        return variables(text, Content.NONE);
    }

    /** The fields of the trigger a message uses in any of its texts, and its store where that chooses the text. */
    public static Set<String> variables(Text text, Content content) {
        Set<String> variables = new TreeSet<>();
        variables(text, variables);
        content.fields().values().forEach(field -> variables(field, variables));
        content.variants().forEach(variant -> {
            variables(variant.text(), variables);
            if (!variant.stores().isEmpty()) {
                variables.add(STORE);
            }
        });
        variables.remove("");
        return variables;
    }

    private static void variables(Text text, Set<String> to) {
        text.entries().forEach(language -> {
            for (String name : TextCheck.names(Liquid.read(language.getValue()).parts())) {
                boolean product = TextCheck.root(name).equals(Seen.PRODUCT);
                to.addAll(product ? BOUGHT : Set.of(TextCheck.root(Compiled.triggerKey(name))));
            }
        });
    }

    /** The text of a decision that somebody reads; empty for any other and for a template this edition lacks. */
    public String render(Decision decision, State state) {
        Template template = decision.speaks() ? templates.get(decision.intent().target()) : null;
        return template == null
                ? ""
                : joined(written(template, reader(decision.intent().about(), state), Sending.of(decision)));
    }

    /** A template in the subject's language, for values its trigger brought; empty when it cannot be written for them. */
    public String render(Template template, Map<String, String> about, State state) {
        return shown(template, reader(about, state), Sending.someday(template.id(), state));
    }

    /** The same in a language of somebody else's choice, such as who looks at a preview. */
    public String render(Template template, String language, Map<String, String> about, State state) {
        Reader own = reader(about, state);
        return shown(template, new Reader(language, about, own.member()), Sending.someday(template.id(), state));
    }

    /** A template in one language for nobody in particular, such as a preview of its defaults. */
    public String render(Template template, String language, Map<String, String> about) {
        return shown(template, new Reader(language, about, null), Sending.someday(template.id(), ""));
    }

    /**
     * Values of the trigger to preview a template with: {@code ‹name›} where a text only prints them, something of the kind
     * where it works with them.
     */
    public Map<String, String> standIns(Template template) {
        Faces faces = faces(template);
        boolean plain = faces == null || !faces.mayFail();
        Map<String, String> about = new TreeMap<>();
        for (String name : template.prints()) {
            FieldType type = plain ? null : kept.ofTrigger().get(name);
            about.put(name, type == null ? "‹" + name + "›" : Sample.USUAL.text(name, type, settings));
        }
        return about;
    }

    @Override
    public Flaw flaw(Template template, Map<String, String> about, State state) {
        Faces faces = faces(template);
        Reader reader = reader(about, state);
        Tongue tongue = new Tongue(reader.language(), settings);
        if (faces == null || faces.isSurelyFine(store(about, reader.member()), tongue, about, reader.member())) {
            return Flaw.NONE;
        }
        try {
            Map<String, String> written = written(template, reader, Sending.someday(template.id(), state));
            return Optional.ofNullable(faces.kind())
                    .flatMap(its -> longest.breach(its, template.purpose(), written))
                    .map(breach -> Flaw.limit(breach.words()))
                    .orElse(Flaw.NONE);
        } catch (UnrenderableException failed) {
            return Flaw.failed(String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public Optional<Pairs.Shown> shown(Template template, Map<String, String> about, State state) {
        boolean shows = template.texts().anyMatch(Texts::showsProduct);
        if (!shows) {
            return Optional.empty();
        }
        Reader reader = reader(about, state);
        Links links = Links.of(hash, settings, template, pages);
        var showing = new Seen.Showing(template.channel(), pairs, links, Sending.someday(template.id(), state));
        Tongue tongue = new Tongue(reader.language(), settings);
        return Optional.of(new Seen(about, reader.member(), tongue, kept, showing).shown());
    }

    private static boolean showsProduct(Text text) {
        for (var language : text.entries()) {
            if (TextCheck.names(Liquid.read(language.getValue()).parts()).stream()
                    .anyMatch(name -> TextCheck.root(name).equals(Seen.PRODUCT))) {
                return true;
            }
        }
        return false;
    }

    /** Whom a text is written for, and what is known of them. */
    private record Reader(
            String language,
            Map<String, String> about,
            @Nullable MemberProfile member) {}

    private Reader reader(Map<String, String> about, State state) {
        MemberProfile member = state.profile() instanceof MemberProfile profile ? profile : null;
        return new Reader(language(member), about, member);
    }

    private String shown(Template template, Reader reader, Sending sending) {
        try {
            return joined(written(template, reader, sending));
        } catch (UnrenderableException failed) {
            return "";
        }
    }

    /** The one text, or each field on a line of its own. */
    private static String joined(Map<String, String> written) {
        String one = written.get("");
        return one != null
                ? one
                : written.entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private Map<String, String> written(Template template, Reader reader, Sending sending) {
        Faces faces = faces(template);
        if (faces == null) {
            return Map.of("", "");
        }
        Map<String, String> about = reader.about();
        Seen.Showing showing = new Seen.Showing(template.channel(), pairs, faces.links(), sending);
        return faces.write(
                store(about, reader.member()),
                new Tongue(reader.language(), settings),
                (text, tongue) -> text.write(new Seen(about, reader.member(), tongue, kept, showing)));
    }

    /** The store a message is of: the event's, else the member's own; empty if neither is known. */
    static String store(Map<String, String> about, @Nullable MemberProfile member) {
        String there = about.get(STORE);
        if (there != null && !there.isEmpty()) {
            return there;
        }
        return member != null && member.attributes().get(HOME) instanceof String home ? home : "";
    }

    private @Nullable Faces faces(Template template) {
        Template known = templates.get(template.id());
        return known == null
                ? null
                : byTemplate.computeIfAbsent(
                        known.id(),
                        id -> new Faces(known, catalogue, settings, Links.of(hash, settings, known, pages)));
    }

    private String language(@Nullable MemberProfile member) {
        Object told = member == null ? null : member.attributes().get(LANGUAGE);
        return told instanceof String tag && tag.length() >= 2
                ? tag.substring(0, 2).toLowerCase(Locale.ROOT)
                : settings.language();
    }
}
