package io.siyu.web.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.decision.Decision;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.Enrolment;
import io.siyu.member.State;
import io.siyu.message.Texts;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.Flush;
import io.siyu.partition.HouseTime;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.StoreDownException;
import io.siyu.playbook.Playbook;
import io.siyu.web.PlayedHouse;
import io.siyu.web.WebTest;
import io.siyu.web.publish.PlayedPublishing;
import io.siyu.web.settings.ServerSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class LinkControllerTest {

    private static final String CAMPAIGN = """
            version: 1
            id: thanks
            name: Thanks
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            steps:
              - send: hello
                text: 'See {{ "https://shop.example.com/p?id=1#top" | link }}'
            """;
    private static final Subject LI = Subject.member("li");
    private static final String MESSAGE = Decision.messageId(LI, "thanks", "hello", "order-1");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private ServerSettings settings;

    @Autowired
    private HouseTime time;

    private final PlayedIntake intake = new PlayedIntake();
    private String link = "";

    @BeforeEach
    void publish() {
        Map<String, byte[]> files = new TreeMap<>();
        Playbook before = publishing.playbook();
        before.paths(path -> true)
                .forEach(path -> files.put(path, before.file(path).orElseThrow()));
        files.put("campaigns/thanks.yaml", CAMPAIGN.getBytes(StandardCharsets.UTF_8));
        files.put(
                "settings.yaml",
                (new String(files.get("settings.yaml"), StandardCharsets.UTF_8) + "links: https://go.example.com\n")
                        .getBytes(StandardCharsets.UTF_8));
        publishing.publish(Playbook.of(files), "lin");
        var edition = publishing.edition();
        var state = State.fresh(LI, 1);
        String text = Texts.of(edition).render(edition.templates().get("thanks/hello"), Map.of(), state);
        link = text.substring(text.indexOf("/l/"), text.indexOf("?"));
    }

    @AfterEach
    void reset() {
        publishing.reset();
    }

    @Test
    void leads_on_without_signing_in_and_carries_the_message() throws Exception {
        mvc.perform(get(link + query("li", "order-1", MESSAGE)))
                .andExpect(status().isFound())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Location", "https://shop.example.com/p?id=1&siyu=" + MESSAGE + "#top"));
    }

    @Test
    void leads_nowhere_but_where_the_message_pointed() throws Exception {
        mvc.perform(get("/l/" + publishing.edition().hash() + "/0123456789abcdef" + query("li", "order-1", MESSAGE)))
                .andExpect(status().isNotFound());
        mvc.perform(get(link + query("wu", "order-1", MESSAGE))).andExpect(status().isNotFound());
        mvc.perform(get(link + query("li", "order-2", MESSAGE))).andExpect(status().isNotFound());
        mvc.perform(get(link.replaceFirst("/l/[0-9a-f]+", "/l/ffffffffffff") + query("li", "order-1", MESSAGE)))
                .andExpect(status().isNotFound());
        mvc.perform(get(link)).andExpect(status().isNotFound());
        mvc.perform(get(link + query("li", "order-1", MESSAGE).replace("thanks/hello", "//evil.example.com")))
                .andExpect(status().isNotFound());
    }

    @Test
    void tells_of_the_first_click_of_a_member_who_was_in_that_round() {
        visit("li", "order-1", MESSAGE);
        visit("li", "order-1", MESSAGE);

        assertThat(intake.accepted()).hasSize(1);
        var click = intake.accepted().get(0).event();
        assertThat(click.type().name()).isEqualTo("message.clicked");
        assertThat(click.subject()).isEqualTo(LI);
        assertThat(click.time()).isEqualTo(PlayedHouse.NOW);
        assertThat(click.value("message")).isEqualTo(MESSAGE);
        assertThat(click.value("campaign")).isEqualTo("thanks");
        assertThat(click.value("step")).isEqualTo("hello");
        assertThat(String.valueOf(click.value("link"))).startsWith("https://shop.example.com/p?id=1&siyu=");
    }

    @Test
    void tells_of_nobody_who_was_not() {
        String made = Decision.messageId(Subject.member("wu"), "thanks", "hello", "order-1");
        String round = Decision.messageId(LI, "thanks", "hello", "order-9");

        assertThat(visit("wu", "order-1", made).getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(visit("li", "order-9", round).getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(intake.accepted()).isEmpty();
    }

    @Test
    void leads_on_while_the_store_is_away() {
        PartitionStates away = new OnlyLi() {
            @Override
            public Map<Subject, State> states(Collection<Subject> subjects) {
                throw new StoreDownException("Redis does not answer.", new IllegalStateException("refused"));
            }
        };

        assertThat(visit(away, "li", "order-1", MESSAGE).getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(intake.accepted()).isEmpty();
    }

    private static String query(String member, String occurrence, String message) {
        return "?m=" + message + "&t=thanks/hello&u=" + member + "&o=" + occurrence;
    }

    private ResponseEntity<Void> visit(String member, String occurrence, String message) {
        return visit(new OnlyLi(), member, occurrence, message);
    }

    private ResponseEntity<Void> visit(PartitionStates states, String member, String occurrence, String message) {
        String[] parts = link.split("/", -1);
        return new LinkController(intake, states, time, publishing, settings)
                .visit(parts[2], parts[3], new LinkController.Ticket(message, "thanks/hello", member, occurrence));
    }

    /** Knows one member, who is in one round of the campaign. */
    private static class OnlyLi implements PartitionStates {

        @Override
        public List<Checkpoint> checkpoints(Collection<Integer> partitions) {
            return List.of();
        }

        @Override
        public Map<Subject, State> states(Collection<Subject> subjects) {
            State fresh = State.fresh(LI, 1);
            var entered = new Enrolment("thanks", "order-1", PlayedHouse.NOW, "order-1", PlayedHouse.NOW, "", Map.of());
            State li = fresh.with(fresh.enrolments().opened(entered));
            return subjects.contains(LI) ? Map.of(LI, li) : Map.of();
        }

        @Override
        public List<Subject> due(int partition, Instant until, int limit) {
            return List.of();
        }

        @Override
        public List<Subject> subjects(int partition, SubjectKind kind, String after, int limit) {
            return List.of();
        }

        @Override
        public List<Answer> commit(List<Flush> flushes) {
            throw new UnsupportedOperationException("Visits change no state.");
        }
    }
}
