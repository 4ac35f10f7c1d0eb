package io.siyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class HeadersTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private StoredTokens stored;

    @Test
    void allows_no_script_or_style_of_another_origin_or_inline_but_the_map_of_the_editor_s_modules() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                matchesPattern("default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/]{43}=';.*")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(content().string(not(containsString("style=\""))))
                .andExpect(content().string(not(containsString("<script>"))));
    }

    @Test
    void asks_a_program_for_its_token() throws Exception {
        mvc.perform(post("/api/events").contentType("application/json").content("{}"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", containsString("Bearer")))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @Test
    void makes_the_first_token_once_and_keeps_only_its_hash() throws Exception {
        stored.deleteAll();
        String token = tokens.makeFirst().orElseThrow();
        assertThat(tokens.makeFirst()).isEmpty();
        assertThat(stored.findAll())
                .singleElement()
                .satisfies(kept -> assertThat(kept.hash()).doesNotContain(token));
        assertThat(Files.readString(tokens.file())).isEqualTo(token + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens.file())))
                .isEqualTo("rw-------");
        mvc.perform(get("/api/nothing").header("Authorization", "Bearer " + token))
                .andExpect(status().isNotFound());
    }
}
