package io.siyu.web.audience;

import io.siyu.campaign.Text;
import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.audience.AudienceDesk.Asked;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReachController {
    private final AudienceDesk desk;

    /** A saved audience in force. */
    record AudienceTold(String id, Map<String, String> name, String file) {}

    ReachController(AudienceDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/audiences")
    @AllowedToPrograms
    List<AudienceTold> audiences() {
        return desk.audiences().stream()
                .map(audience -> new AudienceTold(audience.id(), languages(audience.name()), audience.file()))
                .toList();
    }

    @GetMapping("/api/reach")
    @AllowedToPrograms
    ReachTold of(@RequestParam String of, Asked asked) {
        return desk.of(of, asked);
    }

    @GetMapping("/api/audiences/{id}/reach")
    @AllowedToPrograms
    ReachTold ofAudience(@PathVariable String id, Asked asked) {
        return desk.ofAudience(id, asked);
    }

    @PostMapping(path = "/api/audiences/reach", consumes = MediaType.TEXT_PLAIN_VALUE)
    @AllowedToPrograms
    ReachTold ofDraft(@RequestBody String text, Asked asked) {
        return desk.ofDraft(text, asked);
    }

    @GetMapping("/api/campaigns/{id}/reach")
    @AllowedToPrograms
    ReachTold ofCampaign(@PathVariable String id, Asked asked) {
        return desk.ofCampaign(id, asked);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail unfit(IllegalArgumentException unfit) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(unfit.getMessage()));
    }

    private static Map<String, String> languages(Text name) {
        Map<String, String> languages = new TreeMap<>();
        name.entries().forEach(entry -> languages.put(entry.getKey(), entry.getValue()));
        return languages;
    }
}
