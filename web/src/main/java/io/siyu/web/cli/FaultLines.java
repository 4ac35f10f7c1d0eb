package io.siyu.web.cli;

import io.siyu.campaign.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Faults of a playbook as compilers print them, and as programs read them. */
final class FaultLines {

    private FaultLines() {}

    /** {@code file:line:column: code: message}, with the path from where the command runs. */
    static String line(Path directory, Diagnostic fault) {
        return line(directory, fault, "");
    }

    /** The same of a warning. */
    static String warning(Path directory, Diagnostic warning) {
        return line(directory, warning, "warning ");
    }

    private static String line(Path directory, Diagnostic fault, String weight) {
        String file = directory.resolve(fault.file()).toString();
        String line = fault.line() == 0 ? "" : ":" + fault.line();
        String column = fault.column() == 0 ? "" : ":" + fault.column();
        return file + line + column + ": " + weight + fault.code() + ": "
                + fault.message().replace("\n", "\n    ");
    }

    /** How many there are, as a sentence. */
    static String count(List<Diagnostic> faults) {
        return faults.size() + (faults.size() == 1 ? " fault." : " faults.");
    }

    /** One object for each. */
    static List<ObjectNode> json(List<Diagnostic> faults) {
        return faults.stream().map(FaultLines::json).toList();
    }

    private static ObjectNode json(Diagnostic fault) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", fault.file())
                .put("line", fault.line())
                .put("column", fault.column())
                .put("code", fault.code())
                .put("message", fault.message());
    }
}
