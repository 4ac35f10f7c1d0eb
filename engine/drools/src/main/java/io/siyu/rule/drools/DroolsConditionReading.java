package io.siyu.rule.drools;

import io.siyu.rule.Comparing;
import io.siyu.rule.ConditionField;
import io.siyu.rule.ConditionField.Kind;
import io.siyu.rule.ConditionFields;
import io.siyu.rule.ConditionReading;
import io.siyu.rule.ConditionRow;
import io.siyu.rule.ConditionWriting;
import io.siyu.rule.drools.drl.Condition;
import io.siyu.rule.drools.drl.Condition.Comparison;
import io.siyu.rule.drools.drl.Constraints;
import io.siyu.rule.drools.drl.Literal;
import io.siyu.rule.drools.drl.Operator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a condition with the reader of rules; what one row cannot say is free text. */
public final class DroolsConditionReading implements ConditionReading {

    @Override
    public Optional<ConditionRow> row(String text, ConditionFields fields) {
        return Constraints.read(text)
                .flatMap(condition -> row(condition, fields))
                .filter(row -> fields.find(row.field())
                        .filter(field -> field.comparings().contains(row.comparing())
                                && field.parameters().size() == row.arguments().size())
                        .isPresent())
                .filter(row -> isSame(ConditionWriting.text(row, fields), text));
    }

    /** why: what says the same in other words, such as !( a == b ), is left as its author wrote it. */
    private static boolean isSame(String written, String text) {
        return !text.contains("//")
                && !text.contains("/*")
                && Constraints.pieces(written).equals(Constraints.pieces(text));
    }

    private static Optional<ConditionRow> row(Condition condition, ConditionFields fields) {
        if (condition instanceof Comparison plain) {
            return row(plain, false, fields);
        }
        return condition instanceof Condition.Not not && not.part() instanceof Comparison denied
                ? row(denied, true, fields)
                : Optional.empty();
    }

    private static Optional<ConditionRow> row(Comparison read, boolean denied, ConditionFields fields) {
        String path = read.path().name();
        List<Literal> written = read.path().arguments();
        List<String> arguments = (written == null ? List.<Literal>of() : written)
                .stream().map(DroolsConditionReading::value).toList();
        List<String> values =
                read.literals().stream().map(DroolsConditionReading::value).toList();
        Optional<ConditionField> field = fields.find(path);
        if (field.isEmpty()) {
            return moment(path, arguments, values, fields);
        }
        boolean plain = read.literals().stream().noneMatch(literal -> isWord(literal, field.get()));
        return comparing(read, denied, plain)
                .map(comparing -> new ConditionRow(
                        path, arguments, comparing, comparing.takes() == Comparing.Takes.NOTHING ? List.of() : values));
    }

    /** Whether the value is a word of the language, so that the comparison is one about it. */
    private static boolean isWord(Literal literal, ConditionField field) {
        return literal.isNull()
                || (literal.value() instanceof Boolean
                        && (field.kind() == Kind.TRUTH || field.kind() == Kind.PERSONAL));
    }

    private static Optional<Comparing> comparing(Comparison read, boolean denied, boolean plain) {
        if (!plain) {
            Literal word = read.literals().get(0);
            return read.operator() != Operator.EQUAL
                    ? Optional.empty()
                    : word.isNull()
                            ? Optional.of(denied ? Comparing.KNOWN : Comparing.UNKNOWN)
                            : Optional.of(Boolean.TRUE.equals(word.value()) ? Comparing.TRUE : Comparing.FALSE);
        }
        return Optional.ofNullable(
                switch (read.operator()) {
                    case EQUAL -> denied ? Comparing.IS_NOT : Comparing.IS;
                    case LESS -> Comparing.LESS;
                    case AT_MOST -> Comparing.AT_MOST;
                    case MORE -> Comparing.MORE;
                    case AT_LEAST -> Comparing.AT_LEAST;
                    case IN -> denied ? Comparing.NONE_OF : Comparing.ONE_OF;
                    case CONTAINS -> denied ? Comparing.CONTAINS_NOT : Comparing.CONTAINS;
                    case MATCHES -> Comparing.MATCHES;
                    case NOT_MATCHES -> Comparing.MATCHES_NOT;
                    case STARTS_WITH -> Comparing.STARTS_WITH;
                    case ENDS_WITH -> Comparing.ENDS_WITH;
                });
    }

    private static Optional<ConditionRow> moment(
            String path, List<String> arguments, List<String> answer, ConditionFields fields) {
        boolean denies = answer.equals(List.of("false"));
        String question = path.substring(Math.max(0, path.lastIndexOf('.')));
        String of = path.substring(0, path.length() - question.length());
        return Stream.of(Comparing.values())
                .filter(one -> one.takes() == Comparing.Takes.LENGTH)
                .filter(one -> one.written().equals(question) && one.denies() == denies)
                .filter(one -> fields.find(of)
                        .filter(field -> field.kind() == Kind.MOMENT)
                        .isPresent())
                .findFirst()
                .map(one -> new ConditionRow(of, List.of(), one, arguments));
    }

    private static String value(Literal literal) {
        return literal.number() != null
                ? literal.number().toPlainString()
                : literal.text() != null ? literal.text() : String.valueOf(literal.value());
    }
}
