package io.siyu.playbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/** Playbooks for tests: sound settings, and the files a test is about. */
final class Playbooks {

    static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: zh
            channels:
              phone: [service, marketing]
              wechat-template: [service]
            """;

    private Playbooks() {}

    static Playbook with(String path, String text) {
        return with(Map.of(path, text));
    }

    static Playbook with(Map<String, String> files) {
        Map<String, byte[]> all = new TreeMap<>(Map.of("settings.yaml", SETTINGS.getBytes(UTF_8)));
        files.forEach((path, text) -> all.put(path, text.getBytes(UTF_8)));
        return Playbook.of(all);
    }
}
