package io.siyu.web.wiring;

import io.siyu.rule.ConditionReading;
import io.siyu.rule.drools.DroolsConditionReading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Conditions read as rows by the reader of rules. */
@Configuration(proxyBeanMethods = false)
class ConditionWiring {

    @Bean
    ConditionReading conditionReading() {
        return new DroolsConditionReading();
    }
}
