package io.siyu.web.access;

import io.siyu.web.page.ImportMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
class AccessWiring {

    private static final String OWN = "'self'";
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src %s; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService signingIn(Accounts accounts) {
        return name ->
                accounts.findByName(name).map(Account::toUser).orElseThrow(() -> new UsernameNotFoundException(name));
    }

    /** Requests are timed as a whole; to time each filter too would cost a tenth of taking an event in. */
    @Bean
    SecurityObservationSettings observed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new ApiTokenFilter(tokens), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(ApiTokens.AUTHORITY))
                .headers(headers -> headers(headers, OWN))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(
                                (request, response, fault) -> ProblemJson.unauthorized(response))
                        .accessDeniedHandler((request, response, fault) -> ProblemJson.forbidden(response)))
                .build();
    }

    /** What scrapes the figures shows a token; an operator may look at them too. */
    @Bean
    @Order(2)
    SecurityFilterChain figures(HttpSecurity http, ApiTokens tokens) {
        return http.securityMatcher("/actuator/prometheus")
                .addFilterBefore(new ApiTokenFilter(tokens), AnonymousAuthenticationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .hasAnyAuthority(ApiTokens.AUTHORITY, Role.OPERATOR.authority(), Role.ADMIN.authority()))
                .headers(headers -> headers(headers, OWN))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(
                                (request, response, fault) -> ProblemJson.unauthorized(response))
                        .accessDeniedHandler((request, response, fault) -> ProblemJson.forbidden(response)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain screens(HttpSecurity http, ImportMap map) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/assets/**", "/webjars/**", "/l/**", "/sign-in", "/demo-sign-in", "/first-admin")
                        .permitAll()
                        .requestMatchers("/language", "/design", "/error", "/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyRole(Role.OPERATOR.name(), Role.ADMIN.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage("/sign-in").defaultSuccessUrl("/").permitAll())
                .logout(form -> form.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(headers -> headers(headers, OWN + " " + map.policy()))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String scripts) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY.formatted(scripts)))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
