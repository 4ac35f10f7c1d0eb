package io.siyu.web.report;

import io.siyu.report.DecisionFile;
import io.siyu.report.KeptDecisions;
import io.siyu.web.access.AllowedToPrograms;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DecisionsController {

    static final String LINES = "application/x-ndjson";

    private final KeptDecisions kept;

    DecisionsController(KeptDecisions kept) {
        this.kept = kept;
    }

    // why: written on this thread, since a file of any length must not meet the time limit of asynchronous answers.
    @GetMapping(path = "/api/decisions", produces = LINES)
    @AllowedToPrograms
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(LINES);
        DecisionFile.write(kept, response.getOutputStream());
    }
}
