package io.siyu.web.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class PageTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void speaks_the_browser_s_language() throws Exception {
        mvc.perform(get("/sign-in").header("Accept-Language", "zh-TW,zh;q=0.9"))
                .andExpect(content().string(startsWith("<!DOCTYPE html>")))
                .andExpect(content().string(containsString("<html lang=\"zh-CN\"")))
                .andExpect(content().string(containsString("登录")));
        mvc.perform(get("/sign-in").header("Accept-Language", "de"))
                .andExpect(content().string(containsString("Sign in")));
    }

    @Test
    void remembers_the_chosen_language_and_comes_back() throws Exception {
        mvc.perform(post("/language").with(csrf()).param("language", "zh-CN").param("back", "/design"))
                .andExpect(redirectedUrl("/design"))
                .andExpect(cookie().value("siyu-language", "zh-CN"));
        mvc.perform(get("/design").cookie(new Cookie("siyu-language", "zh-CN")))
                .andExpect(content().string(containsString("设计基准")));
    }

    @Test
    void never_leads_to_another_house() throws Exception {
        for (String away : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/a?b=//c"}) {
            mvc.perform(post("/language").with(csrf()).param("language", "en").param("back", away))
                    .andExpect(redirectedUrl("/"));
        }
    }

    /** The container shows the page of faults once it hears of one; here nobody writes it. */
    @Test
    void leaves_a_fault_of_a_person_to_the_page_and_tells_a_program() throws Exception {
        for (String address : new String[] {"/nowhere", "/campaign/unknown", "/live/messages/m1"}) {
            mvc.perform(get(address)
                            .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                            .with(user("mei").roles("MARKETER")))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(""));
            mvc.perform(get(address).accept("*/*").with(user("mei").roles("MARKETER")))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType("application/problem+json"));
        }
        mvc.perform(get("/api/campaigns/unknown")
                        .accept("text/html")
                        .with(user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))))
                .andExpect(status().isNotFound())
                .andExpect(header().doesNotExist("Location"));
        mvc.perform(get("/live?since=yesterday")
                        .accept("text/html")
                        .with(user("mei").roles("MARKETER")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(""));
    }

    @Test
    void serves_its_scripts_itself() throws Exception {
        mvc.perform(get("/webjars/htmx.org/dist/htmx.min.js")).andExpect(status().isOk());
    }
}
