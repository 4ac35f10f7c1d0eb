package io.siyu.web.copy;

import io.siyu.web.settings.ServerSettings;
import io.siyu.web.wiring.EngineSettings;
import io.siyu.web.wiring.RedisSettings;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where a house is kept, as a server reads it. */
public record HouseSettings(ServerSettings server, RedisSettings redis, EngineSettings engine) {

    /** From files and environment; {@code home} wins over both. */
    public static HouseSettings read(@Nullable Path home) {
        StandardEnvironment environment = new StandardEnvironment();
        if (home != null) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("command line", Map.of("siyu.home", home.toString())));
        }
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        Binder binder = Binder.get(environment);
        return new HouseSettings(
                binder.bindOrCreate("siyu", ServerSettings.class),
                binder.bindOrCreate("siyu.redis", RedisSettings.class),
                binder.bindOrCreate("siyu.engine", EngineSettings.class));
    }

    /** The directory of everything a server keeps. */
    public Path home() {
        return server.home().toAbsolutePath();
    }
}
