package io.siyu.web.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The campaigns that ship, by id, for a marketer to start from. */
@Component
class CampaignTemplates {

    private static final String SCENARIO = ".scenario.yaml";

    /** A condition on the campaign of something, in quotes of its own or of the file. */
    private static final Pattern CONDITION = Pattern.compile("""
            (?x) (?<![A-Za-z]) campaign \\s* (?: [=!]= \\s* \\\\?["'][^"'\\n]*["'] | (?:not\\s+)? in \\s* \\( [^)]* \\) )
            | ["'][^"'\\n]*["'] \\s* [=!]= \\s* (?:[A-Za-z]+[.])? campaign (?![A-Za-z])""");

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

    /** A template as a campaign of its own: its id is the new one, and so it is where conditions ask for it. */
    static String called(String text, String template, String id) {
        String quoted = "(?<=[\"'])" + Pattern.quote(template) + "(?=\\\\?[\"'])";
        String asked = CONDITION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll(quoted, id)));
        return CampaignText.of(asked).called(id).text();
    }
}
