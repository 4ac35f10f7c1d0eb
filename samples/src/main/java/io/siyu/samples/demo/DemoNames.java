package io.siyu.samples.demo;

import java.util.List;

/** Names people of the demo have. They are common ones put together by chance. */
final class DemoNames {
    private static final List<String> FAMILY = split("王 李 张 刘 陈 杨 黄 赵 周 吴 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹"
            + " 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程 魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪 廖");
    private static final List<String> FIRST = split("梓 子 雨 一 思 佳 欣 浩 俊 宇 诗 嘉 若 亦 沐 明 晓 文 静 志 海 春 秋 雪 丽 建 国 家 美 玉");
    private static final List<String> SECOND = split("涵 轩 萱 怡 豪 然 杰 琪 妍 睿 彤 阳 婷 磊 洋 勇 敏 娜 芳 伟 强 霞 燕 鹏 辉 洁 宁 悦 晨 华");

    private DemoNames() {}

    static String draw(Chance chance) {
        String given = chance.one(SECOND);
        return chance.one(FAMILY) + (chance.in1000(800) ? chance.one(FIRST) : "") + given;
    }

    private static List<String> split(String words) {
        return List.of(words.split(" "));
    }
}
