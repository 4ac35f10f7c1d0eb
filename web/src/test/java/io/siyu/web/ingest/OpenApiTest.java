package io.siyu.web.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class OpenApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void describes_the_media_types_and_the_answer_as_they_are() throws Exception {
        JsonNode api = described();
        JsonNode post = api.at("/paths/~1api~1events/post");
        assertThat(post.at("/requestBody/content").propertyNames())
                .containsExactlyInAnyOrder(Ingest.ONE, Ingest.BATCH, Ingest.LINES, Ingest.JSON);
        assertThat(api.at("/components/schemas/Answer/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(components(Answer.class));
        assertThat(api.at("/components/schemas/Answer/properties/items/items/properties")
                        .propertyNames())
                .containsExactlyInAnyOrderElementsOf(components(Answer.Item.class));
    }

    @Test
    void describes_every_call_of_programs_and_no_other() throws Exception {
        Set<String> served = new TreeSet<>();
        handlers.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        served.add(path + " " + method.name().toLowerCase(Locale.ROOT)))));
        served.removeIf(call -> !call.startsWith("/api/") || call.startsWith("/api/openapi.json"));
        Set<String> described = new TreeSet<>();
        described()
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> described.add(path.getKey() + " " + method)));
        assertThat(described).isNotEmpty().isEqualTo(served);
    }

    @Test
    void is_told_to_programs_only() throws Exception {
        mvc.perform(get("/api/openapi.json")).andExpect(status().isUnauthorized());
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private JsonNode described() throws Exception {
        String json = mvc.perform(get("/api/openapi.json")
                        .with(SecurityMockMvcRequestPostProcessors.user("program")
                                .authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonMapper.shared().readTree(json);
    }
}
