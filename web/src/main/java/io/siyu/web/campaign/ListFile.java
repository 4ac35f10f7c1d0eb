package io.siyu.web.campaign;

import io.siyu.playbook.grid.SheetText;
import io.siyu.report.whereabouts.Found;
import io.siyu.report.whereabouts.StepLists;
import io.siyu.report.whereabouts.StepLists.Page;
import io.siyu.report.whereabouts.StepLists.Wanted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A list as CSV, written page by page however long it is. */
final class ListFile {
    private static final int PAGE = 1_000;
    private static final List<String> HEADINGS =
            List.of("member", "since", "place", "reason", "step", "act", "variant", "event", "message");

    private ListFile() {}

    static void write(StepLists lists, Wanted wanted, OutputStream out) throws IOException {
        // why: read before anything is written, so that a list that is away is an answer of its own
        Page page = lists.page(wanted, "", PAGE);
        out.write(SheetText.csvBegin(HEADINGS));
        write(page, out);
        while (!page.next().isEmpty()) {
            page = lists.page(wanted, page.next(), PAGE);
            write(page, out);
        }
    }

    private static void write(Page page, OutputStream out) throws IOException {
        StringBuilder lines = new StringBuilder();
        page.found().forEach(found -> lines.append(SheetText.csvLine(cells(found))));
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(Found found) {
        return List.of(
                found.subject(),
                found.at().toString(),
                found.place().word(),
                found.reason(),
                found.act().step(),
                found.act().act(),
                found.variant(),
                found.event(),
                found.message());
    }
}
