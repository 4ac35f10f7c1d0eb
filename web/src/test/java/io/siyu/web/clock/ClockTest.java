package io.siyu.web.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.partition.HouseClock;
import io.siyu.web.WebTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class ClockTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void lets_nobody_turn_the_clock_of_a_house_in_real_time() throws Exception {
        mvc.perform(post("/clock/pause").with(user("lin").roles("OPERATOR")).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/clock/run")
                        .param("pace", "FAST")
                        .with(user("lin").roles("OPERATOR"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/live").with(user("lin").roles("OPERATOR")))
                .andExpect(content().string(not(containsString("/clock/pause"))));
    }

    @Test
    void drains_only_a_house_that_a_trace_drives() throws Exception {
        mvc.perform(post("/api/clock/drain")
                        .with(user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail", containsString("Maybe start it with --clock trace.")));
        mvc.perform(post("/api/clock/drain")).andExpect(status().isUnauthorized());
    }

    @Test
    void refuses_those_whose_role_it_is_not() throws Exception {
        mvc.perform(post("/clock/pause").with(user("qiu").roles("QA")).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void lets_a_day_pass_in_the_seconds_it_names() {
        for (Pace pace : Pace.values()) {
            HouseClock clock = new HouseClock(Instant.EPOCH, Instant.EPOCH, pace.permille(), false, 1);
            assertThat(clock.at(Instant.EPOCH.plusSeconds(pace.seconds())))
                    .isEqualTo(Instant.EPOCH.plusSeconds(86_400));
        }
    }
}
