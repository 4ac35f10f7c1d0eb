package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The one reader of YAML 1.2 files: one document, bounded in size, depth and aliases, with places. */
public final class Yaml {

    /** Largest file in bytes. */
    public static final int MAX_BYTES = 2_000_000;

    /** Deepest nesting of lists and mappings. */
    public static final int MAX_DEPTH = 64;

    /** Most aliases of lists and mappings in one file. */
    public static final int MAX_ALIASES = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(
                    true) // why: our own check reports every duplicate with its place, not only the first
            .setMaxAliasesForCollections(MAX_ALIASES)
            .setCodePointLimit(MAX_BYTES)
            .build();

    private Yaml() {}

    /** Reads a file from disk; {@code name} is how messages call it. Empty when a fault makes its content unusable. */
    public static Optional<YamlNode> read(Path path, String name, Faults faults) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                return tooLarge(name, faults);
            }
            return read(name, Files.readAllBytes(path), faults);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file (" + name + ") could not be read.", unreadable);
        }
    }

    /** Reads the bytes of a file, which must be UTF-8. */
    public static Optional<YamlNode> read(String name, byte[] bytes, Faults faults) {
        try {
            return read(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    faults);
        } catch (CharacterCodingException malformed) {
            faults.add(new Diagnostic(
                    name, 0, 0, "yaml.encoding", "The file is not valid UTF-8.\nMaybe save it as UTF-8."));
            return Optional.empty();
        }
    }

    /** Reads a text already in memory, such as what an editor holds. */
    public static Optional<YamlNode> read(String name, String text, Faults faults) {
        if (text.length() > MAX_BYTES) {
            return tooLarge(name, faults);
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            Parser events = new Shallow(new ParserImpl(SETTINGS, new StreamReader(SETTINGS, content)), MAX_DEPTH);
            Optional<Node> root = new Composer(SETTINGS, events).getSingleNode();
            if (root.isEmpty()) {
                faults.add(new Diagnostic(
                        name, 1, 1, "yaml.empty", "The file says nothing.\nMaybe it was saved before it was written."));
                return Optional.empty();
            }
            return new YamlNodes(name, faults).from(root.get());
        } catch (Shallow.TooDeep deep) {
            faults.add(new Diagnostic(
                    name,
                    deep.mark.getLine() + 1,
                    deep.mark.getColumn() + 1,
                    "yaml.nesting",
                    "Lists and mappings are nested deeper than " + MAX_DEPTH + ".\nMaybe a bracket is not closed."));
            return Optional.empty();
        } catch (YamlEngineException broken) {
            faults.add(diagnostic(name, broken));
            return Optional.empty();
        }
    }

    /** Reads a file whose content must be a mapping, ready to be asked for its fields. */
    public static Optional<Fields> fields(Path path, String name, Faults faults) {
        return read(path, name, faults).flatMap(node -> Fields.of(node, faults));
    }

    private static Optional<YamlNode> tooLarge(String name, Faults faults) {
        faults.add(new Diagnostic(
                name, 0, 0, "yaml.size", "The file is larger than " + MAX_BYTES + " bytes.\nMaybe split it."));
        return Optional.empty();
    }

    private static String advice(String told) {
        return told.contains("mapping values")
                ? "Maybe the text has a colon; write \"|\" instead of it, and the text below, indented."
                : "Maybe the indentation, a colon or a quote is wrong.";
    }

    private static Diagnostic diagnostic(String name, YamlEngineException broken) {
        if (broken instanceof MarkedYamlEngineException marked) {
            Mark mark = marked.getProblemMark().or(marked::getContextMark).orElse(null);
            String told = marked.getContext() == null
                    ? marked.getProblem()
                    : marked.getContext() + ", " + marked.getProblem();
            return new Diagnostic(
                    name,
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1,
                    "yaml.syntax",
                    "This is not YAML: " + told + ".\n" + advice(told));
        }
        if (broken instanceof ReaderException control) {
            return new Diagnostic(
                    name,
                    0,
                    0,
                    "yaml.syntax",
                    "A character that YAML does not allow stands at position " + control.getPosition()
                            + ".\nMaybe delete it.");
        }
        return new Diagnostic(name, 0, 0, "yaml.limit", broken.getMessage() + "\nMaybe write the repeated part out.");
    }
}
