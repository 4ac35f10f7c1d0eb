package io.siyu.web.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.unset.UnsetChannel;
import io.siyu.message.Message;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ReachTest {
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: UTC
            currency: EUR
            language: en
            channels:
              phone: [service]
              webhook: [service]
              pigeon: [service]
            """;
    private static final String TEMPLATE = """
            version: 1
            id: %1$s
            purpose: service
            channel: %2$s
            text: {en: Hello}
            """;

    @Test
    void what_an_edition_sends_by_and_nobody_set_up_is_missing() {
        Reach reach = reach(new Working("phone"), new UnsetChannel("webhook"));
        assertThat(reach.missing(edition("phone", "webhook", "pigeon"))).containsExactly("pigeon", "webhook");
    }

    @Test
    void what_it_only_allows_is_not() {
        Reach reach = reach(new Working("phone"), new UnsetChannel("webhook"));
        assertThat(reach.missing(edition("phone"))).isEmpty();
    }

    @Test
    void a_channel_that_was_set_up_is_not() {
        assertThat(reach(new Working("webhook")).missing(edition("webhook"))).isEmpty();
    }

    @Test
    void a_server_of_screens_alone_misses_nothing() {
        assertThat(reach().missing(edition("phone", "webhook"))).isEmpty();
    }

    @Test
    void a_task_goes_by_none_and_misses_none() {
        Edition edition =
                edition(Playbook.of(Map.of("settings.yaml", bytes(SETTINGS), "campaigns/call.yaml", bytes("""
                version: 1
                id: call
                name: {en: Call}
                purpose: service
                channel: phone
                trigger: {event: order.placed}
                steps:
                  - task: ring
                    text: Ring up.
                """))));
        assertThat(edition.templates()).hasSize(1);
        assertThat(reach(new Working("phone")).missing(edition)).isEmpty();
    }

    private static Reach reach(Channel... channels) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (Channel channel : channels) {
            beans.addBean(channel.name(), channel);
        }
        return new Reach(beans.getBeanProvider(Channel.class));
    }

    private static Edition edition(String... channels) {
        Map<String, byte[]> files = new TreeMap<>(Map.of("settings.yaml", bytes(SETTINGS)));
        for (String channel : channels) {
            files.put("templates/by-" + channel + ".yaml", bytes(TEMPLATE.formatted("by-" + channel, channel)));
        }
        return edition(Playbook.of(files));
    }

    private static Edition edition(Playbook playbook) {
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                .read(playbook)
                .edition();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Working(String name) implements Channel {
        @Override
        public Delivery deliver(Message message) {
            return new Delivery.Accepted("");
        }

        @Override
        public Standing standing(Message message) {
            return Standing.CANNOT_TELL;
        }
    }
}
