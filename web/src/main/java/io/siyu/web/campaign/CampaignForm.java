package io.siyu.web.campaign;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.YamlNode;
import io.siyu.web.campaign.FormField.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a marketer can change of a campaign: what it is as a whole, and step by step in the order of the file. */
final class CampaignForm {
    private final CampaignText text;
    private final List<FormSection> sections;
    private final List<FormPart> parts;
    private final Verdicts verdicts;
    private final FormLimits limits;
    private final boolean pushes;

    private CampaignForm(FormFields fields, List<Diagnostic> faults) {
        this.text = fields.text();
        this.sections = new FormHead(fields).sections();
        this.parts = new FormSteps(fields).parts();
        this.pushes = TriggerKind.isPlanned(text) || fields.isCalled();
        this.limits = new FormLimits(text, fields.words().kinds());
        this.verdicts = Verdicts.of(text, faults, all().toList());
    }

    /** @param faults those of the campaign's file */
    static CampaignForm of(FormFields fields, List<Diagnostic> faults) {
        return new CampaignForm(fields, faults);
    }

    /** The form of words that nobody judged yet. */
    static CampaignForm of(CampaignText text) {
        return new CampaignForm(new FormFields(text, Vocabulary.EMPTY, Map.of()), List.of());
    }

    CampaignText text() {
        return text;
    }

    /** Where the conditions of a field stand, as {@link io.siyu.web.condition} calls it; null for what holds none. */
    public ConditionPlaces.@Nullable Placed place(String pointer) {
        return ConditionPlaces.isOne(pointer) ? ConditionPlaces.of(text, pointer, this::asked) : null;
    }

    private String asked(String pointer) {
        return all().filter(field -> field.pointer().equals(pointer))
                .map(FormField::value)
                .findFirst()
                .orElse("");
    }

    public List<FormSection> sections() {
        return sections;
    }

    /** Whether a section that can be folded away is to be seen: it holds something, or has a fault. */
    public boolean isOpen(FormSection section) {
        return !section.isBlank()
                || section.fields().stream()
                        .anyMatch(field -> !told(field.pointer()).isEmpty());
    }

    /** Whom the campaign is for, as its file says it. */
    public String audience() {
        return text.source("/audience");
    }

    public List<FormPart> parts() {
        return parts;
    }

    /** How much the words of a field hold of what they may; null where nobody counts. */
    public FormLimits.@Nullable Filled limit(FormField field) {
        return limits.of(field).orElse(null);
    }

    /** What kinds of steps may be added. */
    public List<String> kinds() {
        List<String> kinds = new NewStep(text).kinds();
        return kinds.stream().filter(kind -> pushes || !kind.equals("push")).toList();
    }

    /** Where a step may be added, in the order of the file: behind a step, or as the first of a path. */
    public List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (FormPart part : parts) {
            spots.add(new Spot(part.pointer(), "behind", part, ""));
            FormSteps.insides(text, part.pointer()).stream()
                    .filter(inside -> text.items(inside.list()).isEmpty())
                    .forEach(inside -> spots.add(new Spot(inside.list(), "into", part, inside.way())));
        }
        return spots;
    }

    /**
     * A place for a new step.
     *
     * @param how {@code behind} the step or {@code into} a path of it
     */
    record Spot(String pointer, String how, FormPart part, String way) {}

    /** What is wrong with the answer at a field, each in the words of the check. */
    public List<String> told(String pointer) {
        return verdicts.told(pointer);
    }

    /** The lists of what is known that fields offer, by their names. */
    public Map<String, List<String>> known() {
        Map<String, List<String>> known = new TreeMap<>();
        all().filter(field -> field.input() == Input.PICK)
                .forEach(field -> known.put(field.offered(), field.options()));
        return known;
    }

    private Stream<FormField> all() {
        return Stream.concat(
                sections.stream().flatMap(section -> section.fields().stream()),
                parts.stream().flatMap(part -> part.fields().stream()));
    }

    /** The fields of one value each that say something else than before and are wrong. */
    List<String> refused(CampaignText before) {
        return all().filter(field -> !field.isLong())
                .map(FormField::pointer)
                .filter(pointer -> rows(pointer)
                        .map(list -> !told(pointer).isEmpty() && !YamlTree.same(node(before, list), node(text, list)))
                        .orElseGet(() -> verdicts.isWrong(pointer) && !before.says(pointer, text.value(pointer))))
                .toList();
    }

    /** What a field is a part of, where it is no value of the file by itself. */
    private static Optional<String> rows(String pointer) {
        return FormAudience.owns(pointer) ? Optional.of("/audience") : FormRows.list(pointer);
    }

    private static @Nullable YamlNode node(CampaignText text, String pointer) {
        return text.node(pointer).orElse(null);
    }

    /** The campaign with the form's answers; answers to what is no field change nothing. */
    static CampaignText answered(CampaignText text, Map<String, String> answers) {
        Map<String, String> asked = asked(text, answers);
        CampaignText changed = text;
        List<String> pointers = new ArrayList<>(asked.keySet());
        Collections.reverse(pointers);
        for (String pointer : pointers) {
            changed = changed.with(pointer, asked.getOrDefault(pointer, ""));
        }
        return FormTrigger.answered(FormAudience.answered(FormRows.answered(changed, answers), answers), answers);
    }

    /** The fields whose answers the file could not hold, by their place in it. */
    static List<String> unwritten(CampaignText before, CampaignText changed, Map<String, String> answers) {
        List<String> unwritten = new ArrayList<>();
        boolean same = TriggerKind.of(before).equals(TriggerKind.of(changed));
        // why: what begins it and its steps read otherwise once something else begins it
        Predicate<String> stays = pointer -> same || !pointer.matches("/(trigger|steps)/.*");
        asked(before, answers).forEach((pointer, answer) -> {
            if (stays.test(pointer) && before.canPut(pointer) && !changed.says(pointer, answer)) {
                unwritten.add(pointer);
            }
        });
        unwritten.addAll(FormAudience.unwritten(before, changed, answers));
        unwritten.addAll(FormTrigger.unwritten(changed, answers));
        unwritten.addAll(FormRows.unwritten(before, changed, answers));
        return unwritten;
    }

    private static boolean isOwned(String pointer) {
        return FormRows.owns(pointer) || FormAudience.owns(pointer) || pointer.equals(FormTrigger.KIND);
    }

    /** The answers to fields that are one value of the file each, as the file writes them. */
    private static Map<String, String> asked(CampaignText text, Map<String, String> answers) {
        Map<String, FormField> fields = new HashMap<>();
        of(text).all().forEach(field -> fields.put(field.pointer(), field));
        Map<String, String> asked = new TreeMap<>();
        answers.forEach((pointer, answer) -> {
            FormField field = fields.get(pointer);
            if (field != null && !isOwned(pointer)) {
                asked.put(pointer, field.input() == Input.MOMENT ? answer.replace('T', ' ') : answer);
            }
        });
        return asked;
    }
}
