package io.siyu.playbook;

import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Purpose;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reading of scalars that stand in lists or as free keys, where no field name leads to them. */
final class Words {

    private Words() {}

    /** The node as one value; a list or mapping is a fault. */
    static Optional<YamlNode.Text> scalar(YamlNode node, Faults faults) {
        if (node instanceof YamlNode.Text text && !text.isNull()) {
            return Optional.of(text);
        }
        faults.add(
                node, "yaml.type", "Here must stand one value, not " + node.kind() + ".\nMaybe write it on one line.");
        return Optional.empty();
    }

    /** The value of a scalar; what {@code parse} refuses becomes a fault. */
    static <T> Optional<T> checked(YamlNode.Text text, Function<String, T> parse, Faults faults) {
        try {
            return Optional.of(parse.apply(text.text()));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            faults.add(
                    text, WrongValue.codeOf(wrong), "\"" + text.text() + "\" cannot stand here: " + wrong.getMessage());
            return Optional.empty();
        }
    }

    /** The message about shares that are not together everybody. */
    static String notAll(String shares, int permille) {
        return shares + " are together 100%; these are "
                + BigDecimal.valueOf(permille, 1).stripTrailingZeros().toPlainString() + "%.\nMaybe "
                + (permille == 0 ? "\"50%\" twice." : "change the last one.");
    }

    /** The purpose of this word. */
    static Purpose purpose(String word) {
        return named(word, "value.purpose", Purpose.values(), Purpose::word);
    }

    /** The clock of this word. */
    static LocalClock clock(String word) {
        return named(word, "value.clock", LocalClock.values(), LocalClock::word);
    }

    private static <T> T named(String word, String code, T[] all, Function<T, String> name) {
        List<String> words = new ArrayList<>();
        for (T one : all) {
            if (name.apply(one).equals(word)) {
                return one;
            }
            words.add(name.apply(one));
        }
        throw new WrongValue(
                code, "it must be one of " + String.join(", ", words) + ".\n" + Nearest.maybe(word, words));
    }
}
