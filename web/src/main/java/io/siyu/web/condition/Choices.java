package io.siyu.web.condition;

import io.siyu.campaign.Course;
import io.siyu.campaign.Step;
import io.siyu.rule.Accessor.Parameter;
import io.siyu.rule.ConditionField;
import io.siyu.rule.Edition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The values the house knows for a field: its stores, lists, campaigns, coupons and tags. Others may be written too. */
final class Choices {

    private static final Set<String> STORES =
            Set.of("store", "member.lastStore", "member.homeStore", "community.store", "store.id");
    private static final Set<String> ASKED_OF_STORES = Set.of("member.ordersAt", "member.boughtIn");
    private static final List<String> COMMUNITIES = List.of("marketing", "content", "service");

    private final Edition edition;

    /** One of them, and what people call it. */
    record Choice(String value, String label) {}

    Choices(Edition edition) {
        this.edition = edition;
    }

    /** What the field itself may be. */
    List<Choice> of(ConditionField field) {
        String path = field.path();
        if (STORES.contains(path)) {
            return stores();
        }
        return switch (path) {
            case "member.tags" -> words(tags());
            case "coupon.kind", "kind" -> words(kinds());
            case "coupon.campaign", "campaign" -> words(edition.campaigns().keySet());
            case "community.type" -> words(COMMUNITIES);
            default -> List.of();
        };
    }

    /** What may stand in its parentheses. */
    List<Choice> of(ConditionField field, int parameter) {
        Parameter kind = field.parameters().get(parameter);
        if (kind == Parameter.STORE || (kind == Parameter.TEXT && ASKED_OF_STORES.contains(field.path()))) {
            return stores();
        }
        if (kind == Parameter.UNIT) {
            return edition.registers().units().values().stream()
                    .map(unit -> new Choice(unit.id(), unit.name()))
                    .toList();
        }
        if (kind == Parameter.LIST) {
            return words(edition.registers().lists().keySet());
        }
        return switch (field.path()) {
            case "member.tagged" -> words(tags());
            case "member.holds" -> words(kinds());
            case "member.enrolled" -> words(edition.campaigns().keySet());
            default -> List.of();
        };
    }

    private List<Choice> stores() {
        return edition.registers().stores().values().stream()
                .map(store -> new Choice(store.id(), store.name()))
                .toList();
    }

    private Collection<String> tags() {
        return done(action -> action instanceof Step.Action.Tag tag ? tag.tag() : "");
    }

    private Collection<String> kinds() {
        return done(action -> action instanceof Step.Action.IssueCoupon coupon ? coupon.kind() : "");
    }

    private Collection<String> done(Function<Step.Action, String> word) {
        Set<String> words = new TreeSet<>();
        edition.campaigns()
                .values()
                .forEach(campaign -> Course.of(campaign.steps()).stops().forEach(stop -> {
                    if (stop.step() instanceof Step.Act act) {
                        words.add(word.apply(act.action()));
                    }
                }));
        words.remove("");
        return words;
    }

    private static List<Choice> words(Collection<String> words) {
        return words.stream().map(word -> new Choice(word, word)).toList();
    }
}
