package io.siyu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");
    private static final List<String> GROUNDS = List.of("ground", "surface", "sunken");
    private static final List<String> TEXTS = List.of("ink", "ink-soft", "ink-faint", "accent");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void keeps_text_readable_on_every_ground(String scheme) throws IOException {
        Map<String, Integer> colours = colours(scheme);
        for (String ground : GROUNDS) {
            for (String text : TEXTS) {
                assertThat(contrast(colours, text, ground))
                        .as("%s on %s", text, ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
            assertThat(contrast(colours, "line-strong", ground))
                    .as("edges on %s", ground)
                    .isGreaterThanOrEqualTo(3);
        }
        assertThat(contrast(colours, "on-accent", "accent")).isGreaterThanOrEqualTo(4.5);
        for (String tone : List.of("accent", "send", "hold", "drop", "fault")) {
            assertThat(contrast(colours, tone, tone + "-soft")).as(tone).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colours, tone, "surface")).as(tone).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colours, "ink", tone + "-soft"))
                    .as("ink on %s", tone)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Map<String, Integer> colours(String scheme) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/tokens.css"));
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        Map<String, Integer> colours = new LinkedHashMap<>();
        COLOUR.matcher("dark".equals(scheme) ? css.substring(dark) : css.substring(0, dark))
                .results()
                .forEach(match -> colours.put(match.group(1), Integer.parseInt(match.group(2), 16)));
        return colours;
    }

    /** Contrast ratio as WCAG 2.2 defines it. */
    private static double contrast(Map<String, Integer> colours, String text, String ground) {
        double one = luminance(colours.get(text));
        double other = luminance(colours.get(ground));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
