package io.siyu.web.publish;

import io.siyu.playbook.Playbook;
import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.publish.Publishing.Published;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishing by programs; a playbook is one archive of its files, as {@link Playbook#toBytes()} makes it. */
@RestController
class EditionsApi {
    private static final String PROGRAM = "a program";

    private final Publishing publishing;
    private final PressDesk press;
    private final Archives archives;

    EditionsApi(Publishing publishing, PressDesk press, Archives archives) {
        this.archives = archives;
        this.publishing = publishing;
        this.press = press;
    }

    /** What was published. */
    record Done(String edition, long revision) {}

    @GetMapping("/api/editions")
    @AllowedToPrograms
    List<Published> history() {
        return press.history();
    }

    @PostMapping(path = "/api/editions", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @AllowedToPrograms
    Done publish(InputStream archive, @RequestParam(defaultValue = "false") boolean breakPromises) throws IOException {
        Playbook playbook = archives.sound(archive);
        if (!breakPromises) {
            Archives.refuse("The playbook would break promises.", press.broken(playbook), "");
        }
        Playbook whole = publishing.carrying(playbook);
        return new Done(whole.hash(), publishing.publish(whole, PROGRAM));
    }

    @PostMapping("/api/editions/{edition}/activate")
    @AllowedToPrograms
    Done activate(@PathVariable String edition) {
        return new Done(edition, press.activate(edition, PROGRAM));
    }

    @PostMapping(path = "/api/dry-run", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @AllowedToPrograms
    DryRunTold dryRun(InputStream archive, @RequestParam(defaultValue = "24") int hours, Locale locale)
            throws IOException {
        return press.dryRun(archives.sound(archive), hours, locale);
    }

    @ExceptionHandler({IllegalArgumentException.class, IllegalStateException.class})
    ProblemDetail unfit(RuntimeException unfit) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(unfit.getMessage()));
    }
}
