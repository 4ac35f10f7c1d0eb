package io.siyu.web.rules;

import io.siyu.report.rhythm.RuleStandings;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.access.Role;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class RuleHealthController {
    private final RuleStandings standings;

    RuleHealthController(RuleStandings standings) {
        this.standings = standings;
    }

    @GetMapping("/rules/-/health")
    @AllowedTo({Role.MARKETER, Role.APPROVER, Role.RULE_AUTHOR, Role.QA, Role.OPERATOR})
    String show(Model model) {
        model.addAttribute(
                "rows", standings.rules().stream().map(RuleHealthRow::new).toList());
        return "rules/health";
    }

    @GetMapping(path = "/api/rules/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedToPrograms
    @ResponseBody
    List<RuleHealthTold> tell() {
        return standings.rules().stream().map(RuleHealthTold::of).toList();
    }
}
