package io.siyu.web.report;

import io.siyu.report.StepCount;
import io.siyu.report.StepCounts;
import io.siyu.web.access.AllowedToPrograms;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StepsController {

    private final StepCounts counts;

    StepsController(StepCounts counts) {
        this.counts = counts;
    }

    @GetMapping(path = "/api/campaigns/{id}/steps", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedToPrograms
    List<StepCount> steps(@PathVariable String id) {
        return counts.of(id);
    }
}
