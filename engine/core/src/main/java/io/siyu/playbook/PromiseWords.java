package io.siyu.playbook;

import io.siyu.campaign.Cap;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Durations;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Text;
import io.siyu.event.Catalogue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sentences of promises whose author wrote none, in Chinese and English. */
final class PromiseWords {

    private static final Map<Character, String> CHINESE = Map.of('d', " 天", 'h', " 小时", 'm', " 分钟", 's', " 秒");
    private static final Map<Character, String> ENGLISH =
            Map.of('d', " day", 'h', " hour", 'm', " minute", 's', " second");

    private final Catalogue catalogue;

    PromiseWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Text atMost(Cap cap) {
        Purpose purpose = cap.purpose();
        String kind = purpose == null ? "" : purpose == Purpose.MARKETING ? "营销" : "服务";
        return text(
                "任意" + chinese(cap.per()) + "内最多向一位会员发 " + cap.max() + " 条" + kind + "消息。",
                "At most " + cap.max() + (purpose == null ? "" : " " + purpose.word())
                        + (cap.max() == 1 ? " message" : " messages") + " to a member within any " + english(cap.per())
                        + ".");
    }

    Text after(String template, String event, Duration within) {
        Text label = catalogue.require(event).label();
        return text(
                "“" + label.in("zh") + "”后" + chinese(within) + "内不发 " + template + "。",
                "Never " + template + " within " + english(within) + " after \"" + label.in("en") + "\".");
    }

    Text when(String template, Condition condition) {
        return text(
                "当 " + condition.text() + " 时不发 " + template + "。",
                "Never " + template + " when " + condition.text() + ".");
    }

    private static Text text(String chinese, String english) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("zh", chinese);
        both.put("en", english);
        return new Text(both);
    }

    private static String chinese(Duration duration) {
        String written = Durations.text(duration);
        return " " + number(written) + CHINESE.get(unit(written));
    }

    private static String english(Duration duration) {
        String written = Durations.text(duration);
        return number(written) + ENGLISH.get(unit(written)) + (number(written).equals("1") ? "" : "s");
    }

    private static String number(String written) {
        return written.substring(0, written.length() - 1);
    }

    private static char unit(String written) {
        return written.charAt(written.length() - 1);
    }
}
