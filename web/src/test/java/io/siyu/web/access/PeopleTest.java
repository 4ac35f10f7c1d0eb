package io.siyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.lifecycle.Approvals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class PeopleTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Approvals approvals;

    @BeforeEach
    @AfterEach
    void empty_house() {
        accounts.deleteAll();
    }

    private ResultActions add(String name, String password, String... roles) throws Exception {
        return mvc.perform(post("/people")
                .param("name", name)
                .param("password", password)
                .param("roles", roles)
                .with(csrf())
                .with(user("root").roles("ADMIN")));
    }

    @Test
    void an_administrator_gives_somebody_an_account_with_these_roles_and_no_others() throws Exception {
        add("lin", "a long password", "APPROVER", "QA").andExpect(redirectedUrl("/people"));
        mvc.perform(formLogin("/sign-in").user("lin").password("a long password"))
                .andExpect(authenticated().withRoles("APPROVER", "QA"));
        mvc.perform(get("/people").with(user("root").roles("ADMIN")))
                .andExpect(content().string(containsString("lin")));
    }

    @Test
    void a_taken_name_a_short_password_or_no_role_adds_nobody() throws Exception {
        add("lin", "a long password", "APPROVER");
        add("lin", "another password", "ADMIN").andExpect(status().isOk());
        add("mei", "short", "MARKETER").andExpect(status().isOk());
        add("mei", "a long password").andExpect(status().isOk());
        add(" ", "a long password", "QA").andExpect(status().isOk());
        assertThat(accounts.count()).isEqualTo(1);
    }

    @Test
    void a_password_of_more_bytes_than_are_kept_is_told_to_be_shorter() throws Exception {
        add("lin", "密".repeat(25), "QA")
                .andExpect(
                        content().string(containsString("field__note fault\">10 to 70 characters, of Chinese ones")));
        assertThat(accounts.count()).isZero();
        add("lin", "密".repeat(24), "QA").andExpect(redirectedUrl("/people"));
        mvc.perform(formLogin("/sign-in").user("lin").password("密".repeat(24)))
                .andExpect(authenticated().withRoles("QA"));
    }

    @Test
    void nobody_else_does() throws Exception {
        mvc.perform(get("/people").with(user("lin").roles("APPROVER"))).andExpect(status().isForbidden());
        mvc.perform(post("/people").with(csrf()).with(user("lin").roles("MARKETER")))
                .andExpect(status().isForbidden());
    }

    @Test
    void approval_is_demanded_as_soon_as_two_may_approve() throws Exception {
        assertThat(approvals.demanded()).isFalse();
        add("ana", "a long password", "ADMIN");
        add("mei", "a long password", "MARKETER");
        assertThat(approvals.demanded()).isFalse();
        add("lin", "a long password", "APPROVER");
        assertThat(approvals.demanded()).isTrue();
    }
}
