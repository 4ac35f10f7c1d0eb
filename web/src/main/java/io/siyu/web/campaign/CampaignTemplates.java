package io.siyu.web.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The campaigns that ship, by id, for a marketer to start from. */
@Component
class CampaignTemplates {

    private static final String SCENARIO = ".scenario.yaml";

    private final Map<String, String> byId;

    CampaignTemplates() {
        Map<String, String> found = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:campaign-templates/*.yaml")) {
                String name = String.valueOf(file.getFilename());
                if (!name.endsWith(SCENARIO)) {
                    found.put(
                            name.substring(0, name.lastIndexOf('.')), file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The campaign templates could not be read.", unreadable);
        }
        byId = Collections.unmodifiableMap(found);
    }

    Map<String, String> all() {
        return byId;
    }

    Optional<String> text(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A template as a campaign of its own: every mention of its id is the new one. */
    static String called(String text, String template, String id) {
        return text.replaceAll("(?<![a-z0-9-])" + template + "(?![a-z0-9-])", id);
    }
}
