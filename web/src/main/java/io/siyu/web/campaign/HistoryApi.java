package io.siyu.web.campaign;

import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.access.Visitor;
import io.siyu.web.campaign.StepCounts.StepFigures;
import io.siyu.web.campaign.Versions.Version;
import io.siyu.web.lifecycle.Act;
import io.siyu.web.publish.LockedDraftException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A campaign's file, versions, figures and trail, by programs. */
@RestController
class HistoryApi {
    private static final String YAML = "application/yaml";

    private final CampaignOffice office;
    private final CampaignFiles files;
    private final Versions versions;
    private final StepCounts figures;

    HistoryApi(CampaignOffice office, CampaignFiles files, Versions versions, StepCounts figures) {
        this.office = office;
        this.files = files;
        this.versions = versions;
        this.figures = figures;
    }

    @GetMapping("/api/campaigns/{id}/history")
    @AllowedToPrograms
    List<Act> history(@PathVariable String id) {
        CampaignDesk.path(id);
        return office.trail(id);
    }

    @GetMapping("/api/campaigns/{id}/versions")
    @AllowedToPrograms
    List<Version> versions(@PathVariable String id) {
        return versions.of(id);
    }

    @GetMapping("/api/campaigns/{id}/diff")
    @AllowedToPrograms
    VersionDiff diff(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") long from,
            @RequestParam(defaultValue = "0") long to) {
        return versions.diff(id, from, to).orElseThrow(CampaignDesk::missing);
    }

    @GetMapping("/api/campaigns/{id}/figures")
    @AllowedToPrograms
    List<StepFigures> figures(@PathVariable String id) {
        CampaignDesk.path(id);
        return figures.of(id);
    }

    @GetMapping(path = "/api/campaigns/{id}/file", produces = YAML)
    @AllowedToPrograms
    byte[] file(@PathVariable String id, @RequestParam(defaultValue = "0") long revision) {
        return files.bytes(id, revision);
    }

    @PutMapping(path = "/api/campaigns/{id}/file", consumes = YAML)
    @AllowedToPrograms
    CampaignTold keep(@PathVariable String id, @RequestBody byte[] file) {
        files.keep(id, file, Visitor.PROGRAM.name());
        return CampaignTold.of(office.standing(id).orElseThrow(CampaignDesk::missing));
    }

    @ExceptionHandler({IllegalArgumentException.class, LockedDraftException.class})
    ProblemDetail unfit(RuntimeException unfit) {
        HttpStatus status =
                unfit instanceof LockedDraftException ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(unfit.getMessage()));
    }
}
