package io.siyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

class EveryHandlerDeclaresTest {

    private final WebApplicationContextRunner server = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class))
            .withBean(EveryHandlerDeclares.class);

    @Test
    void starts_when_every_handler_says_whom_it_serves() {
        server.withBean(Declared.class).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refuses_to_start_with_a_handler_that_does_not() {
        server.withBean(Declared.class)
                .withBean(Silent.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining("Silent#show")
                        .hasMessageContaining("Maybe put exactly one of @AllowedTo"));
    }

    @Test
    void refuses_to_start_with_a_handler_that_says_two_things() {
        server.withBean(Torn.class)
                .run(context -> assertThat(context).getFailure().hasMessageContaining("Torn#show"));
    }

    @Controller
    static class Declared {

        @GetMapping("/declared")
        @AllowedTo(Role.QA)
        String show() {
            return "declared";
        }
    }

    @Controller
    static class Silent {

        @GetMapping("/silent")
        String show() {
            return "silent";
        }
    }

    @Controller
    static class Torn {

        @GetMapping("/torn")
        @AllowedToEveryone
        @AllowedToSignedIn
        String show() {
            return "torn";
        }
    }
}
