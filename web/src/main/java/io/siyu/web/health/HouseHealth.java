package io.siyu.web.health;

import io.siyu.report.Doctor;
import io.siyu.report.Health.Ill;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** The house as one component of the health endpoint: each ill part with what is wrong, else its figures. */
@Component("house")
class HouseHealth extends AbstractHealthIndicator {

    private final Doctor doctor;

    HouseHealth(Doctor doctor) {
        this.doctor = doctor;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        io.siyu.report.Health found = doctor.examine();
        health.withDetail("role", found.role())
                .withDetail("store", found.store())
                .withDetail("durability", found.durability())
                .withDetail("lag", found.lag())
                .withDetail("waiting", found.waiting());
        if (found.well()) {
            health.up();
            return;
        }
        Map<String, String> ills = new LinkedHashMap<>();
        for (Ill ill : found.ills()) {
            ills.merge(ill.part(), ill.what(), (one, other) -> one + "\n" + other);
        }
        health.down().withDetail("ills", ills);
    }
}
