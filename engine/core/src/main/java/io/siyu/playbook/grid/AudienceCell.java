package io.siyu.playbook.grid;

import io.siyu.campaign.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a step is for, in both languages and as the campaign file has it. */
final class AudienceCell {

    private static final Map<String, List<String>> WORDS = words();

    private AudienceCell() {}

    /** The audience as the campaign file writes it; empty when the cell says none. */
    static Optional<String> read(String cell) {
        if (cell.startsWith("{") && cell.endsWith("}")) {
            return Optional.of(cell); // why: what no word is known for goes out and comes back as it is written
        }
        String plain = Heading.plain(cell);
        return WORDS.entrySet().stream()
                .filter(audience -> audience.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The word for it in an exported grid; what no word is known for stays as it is written. */
    static String word(String audience, String language) {
        List<String> words = WORDS.get(audience);
        return words == null ? audience : words.get(language.equals("zh") ? 1 : 0);
    }

    static String maybe(String cell) {
        List<String> all = WORDS.values().stream().flatMap(List::stream).toList();
        return Nearest.maybe(
                Heading.plain(cell),
                all,
                "one of these was meant: 会员, 营销群, 内容群, 服务群, 社群 (members, marketing community, content"
                        + " community, service community, communities).");
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("members", List.of("members", "会员", "member", "all members", "所有会员", "全部会员", "全体会员"));
        words.put(
                "communities",
                List.of("communities", "社群", "community", "all communities", "群", "所有群", "所有社群", "全部社群"));
        words.put("{communities: marketing}", community("marketing", "营销"));
        words.put("{communities: content}", community("content", "内容"));
        words.put("{communities: service}", community("service", "服务"));
        return words;
    }

    private static List<String> community(String english, String chinese) {
        return List.of(
                english + " community",
                chinese + "群",
                english,
                english + " communities",
                "communities " + english,
                chinese + "社群");
    }
}
