package io.siyu.web.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a message that is refused for now is tried again; what is not set is as usual. A channel's settings hold the
 * same under {@code retry}, and are as the server's where they say nothing.
 *
 * @param first pause before the second attempt; each further one doubles
 * @param longest pause between two attempts, unless the vendor asks for more
 * @param attempts most times the vendor is asked for one message
 * @param age most time from the first refusal to the last attempt
 */
@ConfigurationProperties("siyu.dispatch.retry")
record RetrySettings(
        @Nullable Duration first,
        @Nullable Duration longest,
        @Nullable Integer attempts,
        @Nullable Duration age) {}
