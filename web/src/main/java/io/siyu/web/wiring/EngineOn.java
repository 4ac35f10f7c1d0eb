package io.siyu.web.wiring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Holds for a server whose engine runs, as every server's does but for tests of the screens alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "siyu.engine.enabled", havingValue = "true", matchIfMissing = true)
@interface EngineOn {}
