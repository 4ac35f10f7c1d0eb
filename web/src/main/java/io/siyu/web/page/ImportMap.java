package io.siyu.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a page finds the modules of the editor under the names by which they import each other.
 *
 * <p>Each address changes with what it serves, so browsers keep modules for good. The map stands in the page itself; its hash is in the
 * content security policy, so no other inline script runs.
 */
@Component
public class ImportMap {

    private static final String JARS = "META-INF/resources/";
    private static final Map<String, String> LIBRARY = library();
    private static final String FOLDER = "/assets/workshop/";
    private static final List<String> OURS =
            List.of("editor", "drl", "yaml", "complete", "faults", "backtest", "beside", "look");

    private final String json;

    ImportMap() {
        WebJarVersionLocator jars = new WebJarVersionLocator();
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        ObjectNode imports = map.putObject("imports");
        LIBRARY.forEach((name, file) -> imports.put(name, address(jars, name, file)));
        OURS.forEach(name -> imports.put("siyu/" + name, own(name)));
        this.json = map.toString();
    }

    /** The map as it stands in the page. */
    public String json() {
        return json;
    }

    /** The address of one of our own modules. */
    public String address(String name) {
        return own(name);
    }

    /** The source expression that lets the map, and nothing else, stand inline. */
    public String policy() {
        byte[] hash = DigestUtils.sha256(json.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static String address(WebJarVersionLocator jars, String name, String file) {
        String jar = name.replace("@", "").replace("/", "__");
        String path = jars.fullPath(jar, file);
        if (path == null) {
            throw new IllegalStateException("The module (" + name + ") has no file (" + file
                    + ").\nMaybe its version changed where it keeps its files.");
        }
        return path.substring(JARS.length() - 1);
    }

    private static String own(String name) {
        String path = FOLDER + name + ".js";
        try (InputStream file = ImportMap.class.getResourceAsStream("/static" + path)) {
            if (file == null) {
                throw new IllegalStateException("The module (" + name + ") is not in the jar.");
            }
            return path + "?v=" + Hex.encodeHexString(DigestUtils.sha256(file)).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> library() {
        String index = "dist/index.js";
        Map<String, String> files = new LinkedHashMap<>();
        for (String part : List.of("state", "view", "language", "commands", "autocomplete", "lint", "search")) {
            files.put("@codemirror/" + part, index);
        }
        files.put("@lezer/common", index);
        files.put("@lezer/highlight", index);
        files.put("@marijn/find-cluster-break", "src/index.js");
        files.put("style-mod", "src/style-mod.js");
        files.put("w3c-keyname", "index.js");
        files.put("crelt", "index.js");
        return files;
    }
}
