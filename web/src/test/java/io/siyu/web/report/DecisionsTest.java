package io.siyu.web.report;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class DecisionsTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void hands_the_decision_file_to_a_program() throws Exception {
        String file = """
                {"seq":1,"at":"2026-11-05T11:59:59Z","text":"谢谢"}
                {"seq":2,"at":"2026-11-05T12:00:00Z","text":"谢谢"}
                """;
        mvc.perform(get("/api/decisions")
                        .with(user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/x-ndjson"))
                .andExpect(content().bytes(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hands_it_to_nobody_else() throws Exception {
        mvc.perform(get("/api/decisions")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/decisions").with(user("lin").roles("ADMIN"))).andExpect(status().isForbidden());
    }
}
