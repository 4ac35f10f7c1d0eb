package io.siyu.playbook.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column of the grid tells of a step, with the words it goes by. */
enum Column {
    STEP("step", "步骤", null, "id,step id,编号,步骤编号,步骤 id"),
    DAY("day", "天", "day", "date,日,日期,天数,第几天"),
    AT("time", "时间", "at", "at,start,start time,开始时间,发送时间,时刻,时段"),
    WINDOW("window", "窗口", "window", "时间窗,时间窗口,窗口期,发送窗口"),
    CHANNEL("channel", "渠道", "channel", "通道,发送渠道"),
    AUDIENCE("audience", "对象", "audience", "人群,受众,发送对象,目标人群"),
    WHEN("when", "条件", "when", "condition,conditions,发送条件"),
    KIND("coupon kind", "优惠券", "kind", "coupon,kind,券种,优惠券种类,优惠券类型"),
    VALUE("coupon value", "优惠券面额", "value", "value,面额,券面额,优惠券金额,金额"),
    EXPIRES("coupon expires", "优惠券有效期", "expires", "expires,有效期,券有效期"),
    TEXT("text", "文案", "text", "message,copy,内容,消息,话术");

    private final String english;
    private final String chinese;
    private final @Nullable String key;
    private final String others;

    /**
     * @param key of a step's mapping; none for the step itself, whose key is what it does
     * @param others words people use as well, with commas between
     */
    Column(String english, String chinese, @Nullable String key, String others) {
        this.english = english;
        this.chinese = chinese;
        this.key = key;
        this.others = others;
    }

    String word(String language) {
        return language.equals("zh") ? chinese : english;
    }

    /** The step's key in the campaign file; empty for what the step does. */
    String key() {
        return key == null ? "" : key;
    }

    List<String> words() {
        List<String> words = new ArrayList<>(List.of(english, chinese));
        words.addAll(List.of(others.split(",", -1)));
        return words;
    }
}
