package io.siyu.web.campaign;

import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps in the order of a file, or the paths of one step: how they come, go and change places. Whatever is not touched keeps
 * its bytes, and what was written above a step goes with it. Pure.
 */
final class StepList {
    private final CampaignText text;
    private final String pointer;
    private final List<YamlNode> items;
    private final List<String> lines;

    /** @param pointer of the list, which need not be there yet */
    StepList(CampaignText text, String pointer) {
        this.text = text;
        this.pointer = pointer;
        this.items = text.items(pointer).stream()
                .flatMap(at -> text.node(at).stream())
                .toList();
        this.lines = new ArrayList<>(List.of(text.text().split("\n", -1)));
    }

    int size() {
        return items.size();
    }

    /** With one more at this place; unchanged when it would not read back. */
    CampaignText with(int place, YamlNode item) {
        List<YamlNode> wanted = new ArrayList<>(items);
        wanted.add(place, item);
        if (items.isEmpty() || !isBlock()) {
            return text.put(pointer, YamlTree.list(wanted));
        }
        int at = place == 0 ? first() : end(place - 1);
        boolean spaced = blanks(items.size() - 1) > 0 || pointer.equals("/steps");
        List<String> written = new ArrayList<>(WrittenTree.item(item, indent()));
        if (spaced && place > 0) {
            written.add(0, "");
        } else if (spaced && blanks(0) == 0) {
            written.add("");
        }
        lines.addAll(at, written);
        return checked(wanted);
    }

    /** Without one; the last of a campaign's steps stays. */
    CampaignText without(int place) {
        List<YamlNode> wanted = new ArrayList<>(items);
        wanted.remove(place);
        boolean path = pointer.endsWith("/steps");
        if (wanted.isEmpty()) {
            return pointer.equals("/steps") ? text : text.put(pointer, path ? YamlTree.list(wanted) : null);
        }
        if (!isBlock()) {
            return text.put(pointer, YamlTree.list(wanted));
        }
        int from = begin(place) + (place == 0 ? blanks(0) : 0);
        int to = end(place) + (place == 0 ? blanks(1) : 0);
        lines.subList(from, to).clear();
        return checked(wanted);
    }

    /** With one and the next in each other's place. */
    CampaignText swapped(int place) {
        List<YamlNode> wanted = new ArrayList<>(items);
        wanted.add(place, wanted.remove(place + 1));
        if (!isBlock()) {
            return text.put(pointer, YamlTree.list(wanted));
        }
        List<String> one = List.copyOf(lines.subList(begin(place) + blanks(place), end(place)));
        List<String> between = List.copyOf(lines.subList(end(place), end(place) + blanks(place + 1)));
        List<String> other = List.copyOf(lines.subList(end(place) + blanks(place + 1), end(place + 1)));
        int from = begin(place) + blanks(place);
        lines.subList(from, end(place + 1)).clear();
        lines.addAll(from, one);
        lines.addAll(from, between);
        lines.addAll(from, other);
        return checked(wanted);
    }

    private CampaignText checked(List<YamlNode> wanted) {
        CampaignText changed = CampaignText.of(String.join("\n", lines));
        boolean same = YamlTree.same(changed.node(pointer).orElse(null), YamlTree.list(wanted));
        return same ? changed : text;
    }

    /** Whether each item begins a line of its own with its dash. */
    private boolean isBlock() {
        return text.size(pointer) > 0
                && items.stream().allMatch(item -> {
                    String line = lines.get(item.line() - 1);
                    return line.startsWith("- ", indent()) && WrittenYaml.indentOf(line) == indent();
                });
    }

    private int indent() {
        return WrittenYaml.indentOf(lines.get(items.get(0).line() - 1));
    }

    /** The line behind the name of the list. */
    private int first() {
        int line = items.get(0).line() - 1;
        while (line > 0 && !isAbove(lines.get(line - 1))) {
            line--;
        }
        return line;
    }

    private boolean isAbove(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith("#");
    }

    private int begin(int place) {
        return place == 0 ? first() : end(place - 1);
    }

    /** Blank lines between what stands above an item and what is said of it. */
    private int blanks(int place) {
        int blanks = 0;
        while (lines.get(begin(place) + blanks).isBlank()) {
            blanks++;
        }
        return blanks;
    }

    private int end(int place) {
        int from = items.get(place).line() - 1;
        int end = from + 1;
        int next = end;
        while (next < lines.size() && (lines.get(next).isBlank() || WrittenYaml.indentOf(lines.get(next)) > indent())) {
            next++;
            end = lines.get(next - 1).isBlank() ? end : next;
        }
        return end;
    }
}
