package io.siyu.web.campaign;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Yaml;
import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The YAML of a campaign as a form sees it: values at JSON pointers. Changing one leaves every other byte as its author
 * wrote it. Pure.
 */
final class CampaignText {
    private static final List<String> NAMED =
            List.of("send", "coupon", "push", "task", "tag", "webhook", "split", "end");

    private static final Pattern BEFORE = Pattern.compile(" *(- )?");

    private final String text;
    private final Optional<YamlNode> root;

    private CampaignText(String text) {
        this.text = text;
        this.root = Yaml.read("campaign", text, new Faults());
    }

    static CampaignText of(String text) {
        return new CampaignText(text);
    }

    String text() {
        return text;
    }

    /**
     * The value at a pointer as a form shows it: a text as it is, a list one item a line, caps as {@code 2 per 1d};
     * empty when it is not written.
     */
    String value(String pointer) {
        return root.flatMap(node -> node.at(pointer)).map(CampaignText::shown).orElse("");
    }

    /** How many items the list at a pointer has. */
    int size(String pointer) {
        return root.flatMap(node -> node.at(pointer))
                .filter(YamlNode.Items.class::isInstance)
                .map(node -> ((YamlNode.Items) node).items().size())
                .orElse(0);
    }

    /** The items of the list at a pointer; one value alone counts as a list of one, as the file's reader has it. */
    List<String> items(String pointer) {
        boolean alone = node(pointer).filter(YamlNode.Mapping.class::isInstance).isPresent();
        return alone
                ? List.of(pointer)
                : IntStream.range(0, size(pointer))
                        .mapToObj(place -> pointer + "/" + place)
                        .toList();
    }

    /** The names in the mapping at a pointer, as written. */
    List<String> names(String pointer) {
        return root.flatMap(node -> node.at(pointer))
                .filter(YamlNode.Mapping.class::isInstance)
                .map(node -> List.copyOf(((YamlNode.Mapping) node).values().keySet()))
                .orElse(List.of());
    }

    /** The pointers of all values of this name, in the order written. */
    List<String> pointers(String name) {
        List<String> found = new ArrayList<>();
        root.ifPresent(node -> find(node, "", name, found));
        return found;
    }

    private static void find(YamlNode node, String at, String name, List<String> found) {
        if (node instanceof YamlNode.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                find(items.items().get(i), at + "/" + i, name, found);
            }
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.values().forEach((key, value) -> {
                String pointer = at + "/" + key.replace("~", "~0").replace("/", "~1");
                if (key.equals(name)) {
                    found.add(pointer);
                }
                find(value, pointer, name, found);
            });
        }
    }

    /** Every single value by its place, items of steps by their ids, in the order written. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        root.ifPresent(node -> values(node, "", values));
        return values;
    }

    private static void values(YamlNode node, String at, Map<String, String> values) {
        if (node instanceof YamlNode.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                values(items.items().get(i), at + "/" + name(items.items().get(i), i), values);
            }
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.values().forEach((key, value) -> values(value, at.isEmpty() ? key : at + "/" + key, values));
        } else {
            values.merge(at, shown(node), (one, other) -> one + "\n" + other);
        }
    }

    /** why: a step keeps its id when others come before it; what has none is known by its place. */
    private static String name(YamlNode item, int place) {
        return NAMED.stream()
                .map(verb -> item.child(verb)
                        .filter(YamlNode.Text.class::isInstance)
                        .map(CampaignText::shown)
                        .orElse(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(String.valueOf(place + 1));
    }

    /** An item of a list as its author wrote it, moved to the left; empty when there is none. */
    String source(String pointer) {
        return root.flatMap(node -> node.at(pointer))
                .map(node -> source(text.split("\n", -1), node.line() - 1))
                .orElse("");
    }

    private static String source(String[] lines, int from) {
        int dash = WrittenYaml.indentOf(lines[from]);
        int to = from + 1;
        while (to < lines.length && (lines[to].isBlank() || WrittenYaml.indentOf(lines[to]) > dash)) {
            to++;
        }
        return Arrays.stream(lines, from, to)
                .map(line -> line.length() > dash ? line.substring(dash) : "")
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /** Whether the pointer's last name stands on a line of its own, so that it can be changed alone. */
    boolean canChange(String pointer) {
        return parent(pointer).map(this::isBlock).orElse(false);
    }

    /** The campaign under another id. */
    CampaignText called(String id) {
        if (root.isEmpty()) { // why: what is not YAML yet may be cloned too
            return new CampaignText(text.replaceFirst("(?m)^id:.*$", "id: " + id));
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        root.flatMap(node -> node.at("/id"))
                .filter(node -> node instanceof YamlNode.Text && node.line() <= lines.size())
                .ifPresent(node -> lines.set(node.line() - 1, called(lines.get(node.line() - 1), node, id)));
        return new CampaignText(String.join("\n", lines));
    }

    private static String called(String line, YamlNode own, String id) {
        int from = line.indexOf(shown(own), before(line, own).length());
        return from < 0
                ? line
                : line.substring(0, from)
                        + id
                        + line.substring(from + shown(own).length());
    }

    /** The campaign with another value, or unchanged if it would not read back; an empty one takes the name out. */
    CampaignText with(String pointer, String value) {
        String plain = value.replace("\r\n", "\n").stripTrailing();
        if (plain.equals(value(pointer).stripTrailing())) {
            return this;
        }
        if (!canChange(pointer)) {
            CampaignText put =
                    put(pointer, plain.isEmpty() ? null : WrittenYaml.tree(plain, WrittenYaml.Form.of(pointer)));
            return put.says(pointer, plain) ? put : this;
        }
        YamlNode.Mapping parent = parent(pointer).orElseThrow();
        String holder = pointer.substring(0, pointer.lastIndexOf('/'));
        if (plain.isEmpty() && parent.keys().size() == 1 && canChange(holder)) {
            return put(holder, null); // why: a name without a value would be left
        }
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        List<String> written = plain.isEmpty()
                ? List.of()
                : WrittenYaml.lines(name, plain, WrittenYaml.Form.of(pointer), indent(parent));
        CampaignText changed = written(parent, name, written);
        return changed.root.isPresent() && changed.says(pointer, plain) ? changed : this;
    }

    /**
     * The campaign with another value of whatever shape, or unchanged if it would not read back; null takes it out. What
     * holds it is written anew where it stands in braces or is not there yet.
     */
    CampaignText put(String pointer, @Nullable YamlNode value) {
        String at = pointer;
        YamlNode now = value;
        while (!canChange(at)) {
            int name = at.lastIndexOf('/');
            Optional<YamlTree.Changed> holder = name <= 0
                    ? Optional.empty()
                    : YamlTree.put(node(at.substring(0, name)).orElse(null), at.substring(name + 1), now);
            if (holder.isEmpty()) {
                return this;
            }
            now = holder.get().value();
            at = at.substring(0, name);
        }
        if (YamlTree.same(node(at).orElse(null), now)) {
            return this;
        }
        YamlNode.Mapping parent = parent(at).orElseThrow();
        String name = at.substring(at.lastIndexOf('/') + 1);
        CampaignText changed =
                written(parent, name, now == null ? List.of() : WrittenTree.lines(name, now, indent(parent)));
        return changed.root.isPresent() && YamlTree.same(changed.node(at).orElse(null), now) ? changed : this;
    }

    /** What stands at a pointer. */
    Optional<YamlNode> node(String pointer) {
        return root.flatMap(node -> node.at(pointer));
    }

    /** Whether a value can be written at the pointer, alone or with what holds it. */
    boolean canPut(String pointer) {
        String at = pointer;
        while (at.lastIndexOf('/') > 0 && !canChange(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return canChange(at);
    }

    /** Whether the value at a pointer reads so, but for blanks and line breaks. */
    boolean says(String pointer, String value) {
        return folded(value(pointer)).equals(folded(value));
    }

    private CampaignText written(YamlNode.Mapping parent, String name, List<String> written) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        YamlNode.Text key = parent.keys().get(name);
        int from = key == null ? place(parent, name, lines) : key.line() - 1;
        int to = key == null ? from : end(lines, from);
        String before = key == null ? "" : before(lines.get(from), key);
        if (written.isEmpty() && before.endsWith("- ") && parent.keys().size() > 1) {
            return this; // why: the item's other names would lose their dash
        }
        String remark = key != null && to == from + 1 && written.size() == 1 ? WrittenYaml.remark(lines.get(from)) : "";
        lines.subList(from, to).clear();
        lines.addAll(from, written);
        if (!written.isEmpty()) {
            lines.set(from, before + written.get(0).substring(before.isEmpty() ? 0 : indent(parent)) + remark);
        }
        if (indent(parent) == 0) {
            KeyOrder.space(lines, from, key == null ? name : "");
        }
        return new CampaignText(String.join("\n", lines));
    }

    /** The line in which a name that is not there yet begins. */
    private static int place(YamlNode.Mapping parent, String name, List<String> lines) {
        BiPredicate<String, String> before = indent(parent) == 0 ? KeyOrder::isBefore : KeyOrder::isBeforeInside;
        return parent.keys().values().stream()
                .filter(key -> before.test(key.text(), name))
                .mapToInt(key -> end(lines, key.line() - 1))
                .max()
                .orElseGet(() -> parent.keys().values().stream()
                        .filter(key -> before.test(name, key.text()))
                        .mapToInt(key -> key.line() - 1)
                        .filter(line -> !lines.get(line).stripLeading().startsWith("- "))
                        .findFirst()
                        .orElseGet(() -> behind(parent, lines)));
    }

    /** why: a form's blanks are not those of the file. */
    private static String folded(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }

    private Optional<YamlNode.Mapping> parent(String pointer) {
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        return root.flatMap(node -> node.at(pointer.substring(0, pointer.lastIndexOf('/'))))
                .filter(YamlNode.Mapping.class::isInstance)
                .map(YamlNode.Mapping.class::cast);
    }

    private boolean isBlock(YamlNode.Mapping mapping) {
        String[] lines = text.split("\n", -1);
        return mapping.keys().values().stream().allMatch(key -> beginsLine(lines, key))
                && mapping.keys().values().stream()
                        .findFirst()
                        .filter(key -> beginsWith(mapping, key))
                        .isPresent()
                && mapping.keys().values().stream()
                                .map(YamlNode.Text::line)
                                .distinct()
                                .count()
                        == mapping.keys().size()
                && mapping.keys().values().stream()
                                .mapToInt(YamlNode.Text::column)
                                .distinct()
                                .count()
                        == 1;
    }

    private static boolean beginsLine(String[] lines, YamlNode.Text key) {
        return key.line() <= lines.length
                && BEFORE.matcher(before(lines[key.line() - 1], key)).matches();
    }

    /** why: a mapping in braces begins with its brace. */
    private static boolean beginsWith(YamlNode.Mapping mapping, YamlNode.Text key) {
        return mapping.line() == key.line() && mapping.column() == key.column();
    }

    private static String before(String line, YamlNode node) {
        int most = line.codePointCount(0, line.length());
        return line.substring(0, line.offsetByCodePoints(0, Math.min(most, node.column() - 1)));
    }

    private static int indent(YamlNode.Mapping mapping) {
        return mapping.keys().values().iterator().next().column() - 1;
    }

    private static int behind(YamlNode.Mapping mapping, List<String> lines) {
        int last = mapping.keys().values().stream()
                .mapToInt(YamlNode.Text::line)
                .max()
                .orElse(1);
        return end(lines, last - 1);
    }

    /** The line behind the value of the name in line {@code from}. */
    private static int end(List<String> lines, int from) {
        int indent = WrittenYaml.indentOf(lines.get(from).replaceFirst("^( *)- ", "$1  "));
        int end = from + 1;
        int next = end;
        while (next < lines.size() && (lines.get(next).isBlank() || belongs(lines.get(next), indent))) {
            next++;
            end = lines.get(next - 1).isBlank() ? end : next;
        }
        return end;
    }

    private static boolean belongs(String line, int indent) {
        int own = WrittenYaml.indentOf(line);
        return own > indent || (own == indent && line.startsWith("- ", own));
    }

    private static String shown(YamlNode node) {
        if (node instanceof YamlNode.Items items) {
            return items.items().stream().map(CampaignText::shown).collect(Collectors.joining("\n"));
        }
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.values().containsKey("max")
                    ? value(mapping, "max") + " per " + value(mapping, "per")
                    : value(mapping, "communities");
        }
        return ((YamlNode.Text) node).isNull() ? "" : ((YamlNode.Text) node).text();
    }

    private static String value(YamlNode.Mapping mapping, String name) {
        return mapping.child(name).map(CampaignText::shown).orElse("");
    }
}
