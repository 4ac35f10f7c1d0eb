package io.siyu.web.health;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.report.Health.Ill;
import io.siyu.web.PlayedHouse.PlayedDoctor;
import io.siyu.web.WebTest;
import io.siyu.web.metrics.PromiseAlarm;
import io.siyu.web.metrics.StoppedMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class HealthTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedDoctor doctor;

    @Autowired
    private PromiseAlarm alarm;

    @AfterEach
    void cure() {
        doctor.finds();
    }

    @Test
    void is_up_with_its_figures() throws Exception {
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.house.details.role").value("owner"))
                .andExpect(jsonPath("$.components.house.details.durability").value("aof always"));
    }

    @Test
    void names_promises_that_had_to_stop_messages_but_nobody_and_stays_up() throws Exception {
        alarm.stopped(StoppedMessages.by("calm", "m-secret"));
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.promises.details.calm").value(containsString("We <never> do.")))
                .andExpect(jsonPath("$.components.promises.details.calm").value(not(containsString("m-secret"))));
    }

    @Test
    void names_what_is_ill() throws Exception {
        doctor.finds(new Ill("store", "Redis does not answer.\nMaybe start it."));
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.components.house.details.ills.store")
                        .value("Redis does not answer.\nMaybe start it."));
    }
}
