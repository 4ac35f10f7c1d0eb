package io.siyu.web.campaign;

import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.access.Visitor;
import io.siyu.web.campaign.Outcome.Done;
import io.siyu.web.campaign.Outcome.Refused;
import io.siyu.web.lifecycle.Deed;
import io.siyu.web.publish.Desk.Printing;
import io.siyu.web.publish.LockedDraftException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns and what is done to them, by programs. */
@RestController
class CampaignsApi {
    private final CampaignDesk desk;
    private final CampaignOffice office;
    private final MessageSource messages;

    CampaignsApi(CampaignDesk desk, CampaignOffice office, MessageSource messages) {
        this.desk = desk;
        this.office = office;
        this.messages = messages;
    }

    /**
     * What is said with a deed.
     *
     * @param words mark of the words that are meant; without it those of now
     */
    record Saying(@Nullable String remark, @Nullable String words) {}

    /**
     * What a deed led to.
     *
     * @param revision with which it was published; 0 if it was not
     */
    record DoneTold(String id, String stage, long revision) {}

    @GetMapping("/api/campaigns")
    @AllowedToPrograms
    List<CampaignTold> list() {
        return office.standings().values().stream().map(CampaignTold::of).toList();
    }

    @GetMapping("/api/campaigns/{id}")
    @AllowedToPrograms
    CampaignTold one(@PathVariable String id) {
        return CampaignTold.of(office.standing(id).orElseThrow(CampaignDesk::missing));
    }

    @PostMapping("/api/campaigns/{id}/{deed}")
    @AllowedToPrograms
    DoneTold act(
            @PathVariable String id,
            @PathVariable String deed,
            @RequestBody(required = false) @Nullable Saying saying,
            Locale locale) {
        Deed wanted = Deed.of(deed).filter(Deed::isByPeople).orElseThrow(CampaignDesk::missing);
        if (wanted == Deed.CLONE) {
            String copy = desk.clone(id, Visitor.PROGRAM.name());
            return new DoneTold(copy, one(copy).stage(), 0);
        }
        Asked asked = new Asked(id, wanted, Visitor.PROGRAM, said(saying, true), said(saying, false));
        Outcome outcome = wanted == Deed.PUBLISH ? office.publish(asked) : office.act(asked);
        return told(outcome, locale);
    }

    private static String said(@Nullable Saying saying, boolean remark) {
        String said = saying == null ? null : remark ? saying.remark() : saying.words();
        return said == null ? "" : said;
    }

    private DoneTold told(Outcome outcome, Locale locale) {
        if (outcome instanceof Refused refused) {
            throw problem(refused, locale);
        }
        Done done = (Done) outcome;
        long revision = done.printing() instanceof Printing.Published published ? published.revision() : 0;
        return new DoneTold(done.id(), done.after().word(), revision);
    }

    private ErrorResponseException problem(Refused refused, Locale locale) {
        HttpStatus status = switch (refused.why()) {
            case NOT_YOURS, OWN -> HttpStatus.FORBIDDEN;
            case NOT_NOW, CHANGED, DRAFTED, NOT_APPROVED -> HttpStatus.CONFLICT;
            case NO_REMARK, FAULTY, UNCHECKED -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        String faults = refused.faults().stream().map(fault -> "\n" + fault).collect(Collectors.joining());
        String stage = messages.getMessage(refused.stage().messageKey(), null, locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, messages.getMessage(refused.why().messageKey(), new Object[] {stage}, locale) + faults);
        problem.setProperty("refused", refused.why().word());
        return new ErrorResponseException(status, problem, null);
    }

    @ExceptionHandler({IllegalArgumentException.class, LockedDraftException.class})
    ProblemDetail unfit(RuntimeException unfit) {
        HttpStatus status =
                unfit instanceof LockedDraftException ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(unfit.getMessage()));
    }
}
