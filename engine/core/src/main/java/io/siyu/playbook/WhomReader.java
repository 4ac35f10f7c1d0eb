package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Distance;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Whom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads whom an audience means: {@code all}, {@code any}, {@code not}, and what is asked of a member. */
final class WhomReader {

    private static final String AUDIENCE = "audience";
    private static final String STORE = "store";
    private static final List<String> SETS = List.of("all", "any", "not");
    private static final List<String> ASKED =
            List.of("when", AUDIENCE, "list", "community", STORE, "unit", "near", "tagged");
    private static final List<String> WORDS =
            Stream.concat(SETS.stream(), ASKED.stream()).toList();

    /** why: a level of the file is at most two parentheses of a rule, which may have sixteen */
    private static final int DEEPEST = 6;

    private final Draft draft;
    private final Named named;
    private final boolean tellsStore;

    /** Finds a saved audience by its id; a {@link WrongValue} tells that there is none, or that it cannot stand here. */
    @FunctionalInterface
    interface Named {
        Whom find(String id);
    }

    WhomReader(Draft draft, Named named) {
        this(draft, named, false);
    }

    private WhomReader(Draft draft, Named named, boolean tellsStore) {
        this.draft = draft;
        this.named = named;
        this.tellsStore = tellsStore;
    }

    /**
     * The audience a campaign asks for with its key {@code audience}: an id, or whom it means; absent means everybody.
     *
     * @param tellsStore whether the trigger tells of a store, whose members {@code store} means, and near which others are
     */
    static Optional<Whom> ofCampaign(Fields campaign, Draft draft, boolean tellsStore) {
        Audiences audiences = draft.house().audiences();
        return campaign.node(AUDIENCE).map(node -> new WhomReader(draft, audiences::find, tellsStore).read(node, 1));
    }

    /** Whom the fields of a file of its own mean. */
    Whom ofFile(Fields file) {
        return parts(file, 1);
    }

    private Whom read(YamlNode node, int depth) {
        if (depth > DEEPEST) {
            draft.faults()
                    .add(
                            node,
                            "audience.too-deep",
                            "An audience is at most " + DEEPEST
                                    + " levels deep.\nMaybe save an inner part in audiences/ and name it here.");
            return Whom.EVERYBODY;
        }
        if (node instanceof YamlNode.Text text) {
            return saved(text);
        }
        if (node instanceof YamlNode.Items) {
            draft.faults()
                    .add(
                            node,
                            "audience.form",
                            "Here stands a list; whether all or any of it is not said.\nMaybe \"all:\".");
            return Whom.EVERYBODY;
        }
        return Fields.of(node, draft.faults())
                .map(fields -> {
                    try (fields) {
                        return parts(fields, depth);
                    }
                })
                .orElse(Whom.EVERYBODY);
    }

    /** All that the fields say together. */
    private Whom parts(Fields fields, int depth) {
        List<Whom> parts = new ArrayList<>();
        fields.mapping().keys().keySet().stream()
                .filter(WORDS::contains)
                .filter(fields::has)
                .forEach(word -> parts.add(SETS.contains(word) ? set(fields, word, depth) : asked(fields, word)));
        if (parts.isEmpty()) {
            String first = fields.mapping().keys().keySet().stream()
                    .filter(key -> !AudienceFiles.HEAD.contains(key))
                    .findFirst()
                    .orElse("all");
            draft.faults()
                    .add(
                            fields.mapping(),
                            "audience.form",
                            "Nothing is asked of the members here, with one of " + String.join(", ", WORDS) + ".\n"
                                    + Nearest.maybe(first, WORDS));
        }
        return parts.size() == 1 ? parts.get(0) : new Whom.All(parts);
    }

    private Whom set(Fields fields, String set, int depth) {
        List<YamlNode> items = fields.list(set);
        if (items.isEmpty()) {
            empty(fields, set);
            return Whom.EVERYBODY;
        }
        List<Whom> parts = items.stream().map(item -> read(item, depth + 1)).toList();
        return switch (set) {
            case "all" -> new Whom.All(parts);
            case "any" -> new Whom.Any(parts);
            default -> new Whom.Not(parts.size() == 1 ? parts.get(0) : new Whom.Any(parts));
        };
    }

    private Whom asked(Fields fields, String word) {
        return switch (word) {
            case "when" ->
                new Whom.All(ConditionReader.read(fields, draft).stream()
                        .map(condition -> (Whom) new Whom.Meets(condition, true))
                        .toList());
            case "near" -> fields.map("near").map(this::near).orElse(Whom.EVERYBODY);
            default -> any(fields, word);
        };
    }

    /** One value, or any of several. */
    private Whom any(Fields fields, String word) {
        List<YamlNode> items = fields.list(word);
        if (items.isEmpty()) {
            empty(fields, word);
        }
        List<Whom> parts = items.stream()
                .flatMap(item -> Words.scalar(item, draft.faults()).stream())
                .map(text -> word.equals(AUDIENCE) ? saved(text) : meets(text, word))
                .toList();
        return parts.size() == 1 ? parts.get(0) : parts.isEmpty() ? Whom.EVERYBODY : new Whom.Any(parts);
    }

    private static void empty(Fields fields, String word) {
        fields.fault(word, "audience.form", "\"" + word + "\" names nothing, so nobody could tell.\nMaybe delete it.");
    }

    private Whom meets(YamlNode.Text text, String word) {
        return Words.checked(text, WhomReader::value, draft.faults())
                .map(value -> switch (word) {
                    case "list" -> "member.inList(" + value + ") == true";
                    case "community" -> "member.communities contains " + value;
                    case STORE -> "member.homeStore == " + value;
                    case "unit" -> "member.homeStoreIn(" + value + ") == true";
                    default -> "member.tagged(" + value + ") == true";
                })
                .map(condition -> (Whom) made(text, condition))
                .orElse(Whom.EVERYBODY);
    }

    private Whom near(Fields fields) {
        try (fields) {
            boolean theirs = tellsStore && !fields.has(STORE);
            String store = theirs ? "" : fields.requiredValue(STORE, WhomReader::value, "");
            Optional<Distance> within = fields.value("within", Distance::parse);
            if (!fields.has("within")) {
                fields.requiredText("within");
            }
            if (theirs && within.isPresent() && fields.place("within") instanceof YamlNode.Text text) {
                return made(text, "member.nearStore(\"" + within.get() + "\") == true");
            }
            if (store.isEmpty() || within.isEmpty() || !(fields.place(STORE) instanceof YamlNode.Text text)) {
                return Whom.EVERYBODY;
            }
            return made(text, "member.near(" + store + ", \"" + within.get() + "\") == true");
        }
    }

    private Whom.Meets made(YamlNode.Text text, String condition) {
        var place = draft.start(text);
        return new Whom.Meets(new Condition(condition, place.line(), place.column()), false);
    }

    private Whom saved(YamlNode.Text text) {
        if (tellsStore && text.text().equals(STORE)) {
            return made(text, "member.ofStore == true");
        }
        var place = draft.start(text);
        return Words.checked(text, named::find, draft.faults())
                .map(whom -> (Whom) new Whom.Saved(whom, new Condition(text.text(), place.line(), place.column())))
                .orElse(Whom.EVERYBODY);
    }

    /** A value as a rule writes it, in quotes. */
    private static String value(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new WrongValue("audience.value", "it must be a name on one line.\nMaybe a line end slipped in.");
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
