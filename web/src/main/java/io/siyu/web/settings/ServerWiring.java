package io.siyu.web.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServerWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> listenWhereSet(ServerSettings settings) {
        return factory -> {
            factory.setPort(settings.port());
            factory.setAddress(address(settings.bind()));
        };
    }

    @Bean
    JdbcConnectionDetails database(ServerSettings settings) {
        return new HouseDatabase(settings.databaseUrl(), settings.database().isBlank() ? "sa" : null);
    }

    private static InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw new UnusableSettingException(
                    "The address to bind (" + bind + ") is not known on this machine.",
                    "Maybe use 127.0.0.1 for this machine only, or 0.0.0.0 for every network.",
                    unknown);
        }
    }

    /** why: the user of another database is part of its URL. */
    private record HouseDatabase(String url, @Nullable String user) implements JdbcConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return user == null ? null : "";
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
