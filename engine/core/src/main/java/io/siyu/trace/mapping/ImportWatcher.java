package io.siyu.trace.mapping;

import io.siyu.campaign.Diagnostic;

/** Who is told how an import goes on. */
public interface ImportWatcher {

    /** A row that gives no event, with file, line and reason. */
    void bad(Diagnostic row);

    /** That so many more bytes of the files were read. */
    void read(long bytes);
}
