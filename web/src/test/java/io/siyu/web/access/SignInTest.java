package io.siyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class SignInTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private FirstAdmin firstAdmin;

    @Autowired
    private DemoLink demo;

    @BeforeEach
    void empty_house() {
        accounts.deleteAll();
    }

    @Test
    void sends_a_visitor_to_sign_in() throws Exception {
        mvc.perform(get("/")).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void makes_the_first_administrator_once() throws Exception {
        String key = firstAdmin.key().orElseThrow();
        mvc.perform(get("/first-admin").param("key", key)).andExpect(status().isOk());
        mvc.perform(become(key, "a long password"))
                .andExpect(authenticated().withUsername("mei").withRoles("ADMIN"));
        mvc.perform(become(key, "a long password")).andExpect(status().isNotFound());
        mvc.perform(get("/first-admin").param("key", key)).andExpect(status().isNotFound());
        assertThat(firstAdmin.key()).isEmpty();
    }

    @Test
    void lets_the_administrator_sign_in_with_the_chosen_password_only() throws Exception {
        mvc.perform(become(firstAdmin.key().orElseThrow(), "a long password"));
        mvc.perform(formLogin("/sign-in").user("mei").password("a long password"))
                .andExpect(authenticated());
        mvc.perform(formLogin("/sign-in").user("mei").password("a wrong password"))
                .andExpect(unauthenticated());
    }

    @Test
    void refuses_a_short_password_and_a_forged_key() throws Exception {
        mvc.perform(become(firstAdmin.key().orElseThrow(), "short")).andExpect(unauthenticated());
        mvc.perform(become(firstAdmin.key().orElseThrow(), "密".repeat(25))).andExpect(unauthenticated());
        mvc.perform(become("forged", "a long password")).andExpect(status().isNotFound());
        assertThat(accounts.count()).isZero();
    }

    @Test
    void refuses_a_form_without_its_csrf_token() throws Exception {
        mvc.perform(post("/first-admin").param("key", firstAdmin.key().orElseThrow()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/language").param("language", "zh-CN")).andExpect(status().isForbidden());
    }

    @Test
    void signs_in_as_the_demo_marketer_until_the_link_is_used_up() throws Exception {
        String ticket = demo.ticket().orElseThrow();
        for (int use = 0; use < 3; use++) {
            mvc.perform(get("/demo-sign-in").param("ticket", ticket))
                    .andExpect(authenticated().withRoles("MARKETER", "QA", "RULE_AUTHOR"));
        }
        mvc.perform(get("/demo-sign-in").param("ticket", ticket)).andExpect(status().isNotFound());
        mvc.perform(get("/demo-sign-in").param("ticket", "9999999999.00")).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder become(String key, String password) {
        return post("/first-admin")
                .with(csrf())
                .param("key", key)
                .param("name", "mei")
                .param("password", password);
    }
}
