package io.siyu.web.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Redis the house is kept in.
 *
 * @param url {@code redis://…} or {@code redis-cluster://host:port,host:port} that runs already; empty starts one of our own under the home directory
 */
@ConfigurationProperties("siyu.redis")
public record RedisSettings(@DefaultValue("") String url) {}
