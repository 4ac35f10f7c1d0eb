package io.siyu.playbook.grid;

import io.siyu.playbook.Faults;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The file of a campaign before its first grid. */
final class NewCampaign {

    /** A start nobody has said yet. */
    static final LocalDate UNKNOWN = LocalDate.EPOCH;

    private NewCampaign() {}

    static String of(GridImport.Beginning beginning, Sheet sheet) {
        LocalDate start = beginning.start() == null ? UNKNOWN : beginning.start();
        String name =
                beginning.name().isBlank() ? beginning.id() : beginning.name().strip();
        return """
                version: 1
                id: %s
                name: %s
                purpose: marketing
                channel: %s

                trigger:
                  cadence:
                    start: %s
                    days: 1

                steps:
                """.formatted(
                        YamlWords.scalar(beginning.id()),
                        YamlWords.scalar(name),
                        YamlWords.scalar(channel(beginning.channel(), sheet)),
                        start);
    }

    /** The channel most rows name, else the house's. */
    private static String channel(String usual, Sheet sheet) {
        Map<String, Integer> named = new TreeMap<>();
        Headings headings = Headings.of(sheet, new Faults());
        for (int row = headings.row() + 1; row < sheet.rows().size(); row++) {
            String channel = headings.cell(sheet, row, Heading.CHANNEL);
            if (!channel.isEmpty()) {
                named.merge(channel, 1, Integer::sum);
            }
        }
        return named.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(usual);
    }
}
