package io.siyu.web.outbox;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.metrics.PromiseAlarm;
import io.siyu.web.metrics.StoppedMessages;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class OutboxTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedDeadLetters letters;

    @Autowired
    private PlayedRollback rollback;

    @Autowired
    private PromiseAlarm alarm;

    @BeforeEach
    void reset() {
        letters.reset();
        rollback.acknowledge();
    }

    private static RequestPostProcessor program() {
        return user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"));
    }

    @Test
    void shows_what_was_given_up_and_why_escaped() throws Exception {
        mvc.perform(get("/outbox").with(user("ann").roles("OPERATOR")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("gave.up: &lt;ill&gt;")))
                .andExpect(content().string(containsString("/outbox/3/p1")))
                .andExpect(content().string(containsString("/outbox/3/17")))
                .andExpect(content().string(not(containsString("/outbox/3/p2"))));
    }

    @Test
    void shows_promises_that_had_to_stop_messages_escaped() throws Exception {
        alarm.stopped(StoppedMessages.by("calm", "m77"));
        mvc.perform(get("/outbox").with(user("ann").roles("OPERATOR")))
                .andExpect(content().string(containsString("m77")))
                .andExpect(content().string(containsString("We &lt;never&gt; do.")));
    }

    @Test
    void an_operator_tries_a_failed_message_again_once() throws Exception {
        mvc.perform(post("/outbox/3/p1").with(csrf()).with(user("ann").roles("OPERATOR")))
                .andExpect(redirectedUrl("/outbox"))
                .andExpect(flash().attribute("requeued", "p1"));
        mvc.perform(post("/outbox/3/p1").with(csrf()).with(user("ann").roles("OPERATOR")))
                .andExpect(flash().attribute("kept", "p1"));
    }

    @Test
    void a_marketer_may_look_but_not_try_again() throws Exception {
        mvc.perform(get("/outbox").with(user("mark").roles("MARKETER"))).andExpect(status().isOk());
        mvc.perform(post("/outbox/3/p1").with(csrf()).with(user("mark").roles("MARKETER")))
                .andExpect(status().isForbidden());
    }

    @Test
    void programs_list_and_try_again_what_did_not_arrive() throws Exception {
        mvc.perform(get("/api/dead-letters").with(program()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(3))
                .andExpect(jsonPath("$[1].kind").value("unknown"))
                .andExpect(jsonPath("$[1].requeues").value(false));
        mvc.perform(post("/api/dead-letters/3/17/requeue").with(program())).andExpect(status().isAccepted());
        mvc.perform(post("/api/dead-letters/3/p2/requeue").with(program())).andExpect(status().isConflict());
        mvc.perform(get("/api/dead-letters")).andExpect(status().isUnauthorized());
    }

    @Test
    void an_operator_sees_what_redis_lost_and_goes_on_without_it() throws Exception {
        mvc.perform(get("/outbox").with(user("ann").roles("OPERATOR")))
                .andExpect(content().string(not(containsString("/outbox/rollback"))));
        rollback.lose(42);
        mvc.perform(get("/outbox").with(user("ann").roles("OPERATOR")).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("Redis lost at least 42 entries of 2 partitions")))
                .andExpect(content().string(containsString("bring back Redis&#39; data")))
                .andExpect(content().string(containsString("/outbox/rollback")));
        mvc.perform(post("/outbox/rollback").with(csrf()).with(user("mark").roles("MARKETER")))
                .andExpect(status().isForbidden());
        mvc.perform(post("/outbox/rollback").with(csrf()).with(user("ann").roles("OPERATOR")))
                .andExpect(redirectedUrl("/outbox"))
                .andExpect(flash().attribute("acknowledged", true));
        mvc.perform(post("/outbox/rollback").with(csrf()).with(user("ann").roles("OPERATOR")))
                .andExpect(flash().attributeCount(0));
    }

    @Test
    void programs_see_and_acknowledge_what_redis_lost_once() throws Exception {
        mvc.perform(get("/api/rollback").with(program()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lost").value(false));
        rollback.lose(42);
        mvc.perform(get("/api/rollback").with(program()))
                .andExpect(jsonPath("$.lost").value(true))
                .andExpect(jsonPath("$.entries").value(42));
        mvc.perform(post("/api/rollback/acknowledge")).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/rollback/acknowledge").with(program())).andExpect(status().isNoContent());
        mvc.perform(post("/api/rollback/acknowledge").with(program())).andExpect(status().isConflict());
    }
}
