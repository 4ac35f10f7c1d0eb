package io.siyu.samples;

import io.siyu.playbook.Playbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A small shop: a rule answers large orders, a campaign thanks for the small ones. */
final class LivePlaybook {
    private static final String RULE = """
            package rules;

            rule "A large order is answered"
                when
                    OrderPlaced( total >= 100 )
                then
                    propose.send("plain").step("answer");
            end
            """;
    private static final String CAMPAIGN = """
            version: 1
            id: thanks
            name:
              en: Thanks
              zh: 感谢
            purpose: service
            channel: phone
            trigger:
              event: order.placed
              when:
                - total < 100
            steps:
              - send: now
                text:
                  en: |
                    Thank you for {{ orderId }}.
                  zh: |
                    感谢您的订单 {{ orderId }}。
            """;
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: Europe/Berlin
            currency: EUR
            language: en
            channels:
              phone: [service, marketing]
            """;
    private static final String TEMPLATE = """
            version: 1
            id: %s
            purpose: service
            channel: phone
            text:
              en: |
                Order {{ orderId | default: "" }} is packed%s.
              zh: |
                订单 {{ orderId | default: "" }} 已包好%s。
            """;

    private LivePlaybook() {}

    static Playbook shop() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("settings.yaml", bytes(SETTINGS));
        files.put("rules/orders.drl", bytes(RULE));
        files.put("templates/plain.yaml", bytes(TEMPLATE.formatted("plain", "", "")));
        files.put("templates/warm.yaml", bytes(TEMPLATE.formatted("warm", " with a ribbon", "，系上丝带")));
        files.put("campaigns/thanks.yaml", bytes(CAMPAIGN));
        return Playbook.of(files);
    }

    /** An order that a member places now, in whole euros. */
    static String order(String member, String id, int total) {
        return """
                {"specversion":"1.0","id":"%s","source":"shop","type":"order.placed","subject":"%s","time":"%s",\
                "data":{"orderId":"%s","total":"%d.00","currency":"EUR"}}""".formatted(id, member, Instant.now(), id, total);
    }

    /** The files of a playbook in a directory. */
    static Path written(Path directory, Playbook playbook) {
        playbook.paths()
                .forEach(path -> write(directory, path, playbook.text(path).orElseThrow()));
        return directory;
    }

    /** One file of it. */
    static void write(Path directory, String path, String text) {
        Path file = directory.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
