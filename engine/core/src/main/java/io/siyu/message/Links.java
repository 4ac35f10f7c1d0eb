package io.siyu.message;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Pairs;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.decision.Decision;
import io.siyu.event.Subject;
import io.siyu.rule.Edition;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.MurmurHash3;

/** The links of a template: they carry the message's id, and may lead over a door of the house that tells of the click. */
public final class Links {

    /** The parameter a link carries the message's id in. */
    public static final String PARAMETER = "siyu";

    /** The filter that makes a link of an address. */
    static final String FILTER = "link";

    private static final Pattern PAGE =
            Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][^\\s\"'<>\\\\|{}^`]*)?");
    private static final Pattern PROGRAM =
            Pattern.compile("/?[A-Za-z0-9_-]+(/[A-Za-z0-9_.-]+)*([?][^\\s\"'<>\\\\#|{}^`]*)?");

    private static final int LONGEST_ID = 128;
    private static final int LONGEST_OCCURRENCE = 300;

    private final String edition;
    private final String door;
    private final Set<String> written;
    private final Set<String> shown;

    private Links(String edition, String door, Set<String> written, Set<String> shown) {
        this.edition = edition;
        this.door = door;
        this.written = written;
        this.shown = shown;
    }

    /**
     * Those of a template of this edition.
     *
     * @param shown the {@link #pages} of the products it may show
     */
    static Links of(String edition, Settings settings, Template template, Set<String> shown) {
        return new Links(edition, settings.links(), written(template), shown);
    }

    /** The pages of the products an edition shows; the same for all of its texts. */
    static Set<String> pages(Pairs pairs) {
        Set<String> pages = new TreeSet<>();
        pairs.bySku().values().forEach(product -> pages.add(product.link()));
        pairs.byStore().values().forEach(product -> pages.add(product.link()));
        if (pairs.anybody() != null) {
            pages.add(pairs.anybody().link());
        }
        return pagesOf(pages);
    }

    private static Set<String> pagesOf(Set<String> addresses) {
        addresses.removeIf(address -> !PAGE.matcher(address).matches());
        return addresses;
    }

    /** Whether it is the address of a page, or the path of a page in a mini program. */
    public static boolean isLink(String address) {
        return PAGE.matcher(address).matches() || PROGRAM.matcher(address).matches();
    }

    /** The link to an address in one message. */
    String to(String address, Sending sending) {
        if (!isLink(address)) {
            throw new UnrenderableException("a link where there is none");
        }
        boolean tells = !door.isEmpty()
                && !sending.member().isEmpty()
                && sending.template().indexOf('/') > 0;
        if (!tells || !address.startsWith("http") || !(written.contains(address) || shown.contains(address))) {
            return carrying(address, sending.message());
        }
        return door + "/l/" + edition + "/" + name(address) + "?m=" + UrlText.encoded(sending.message()) + "&t="
                + UrlText.encoded(sending.template()) + "&u=" + UrlText.encoded(sending.member()) + "&o="
                + UrlText.encoded(sending.occurrence());
    }

    private static String carrying(String address, String message) {
        int hash = address.indexOf('#');
        String page = hash < 0 ? address : address.substring(0, hash);
        String place = hash < 0 ? "" : address.substring(hash);
        return page + (page.indexOf('?') < 0 ? "?" : "&") + PARAMETER + "=" + UrlText.encoded(message) + place;
    }

    private static String name(String address) {
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().toHexDigits(MurmurHash3.hash128x64(bytes, 0, bytes.length, 0)[0]);
    }

    /**
     * A visit to the door.
     *
     * @param name of the link
     */
    public record Visit(String name, String message, String template, String member, String occurrence) {

        /** The campaign of the message, whichever version of it; empty for messages of rules. */
        public String campaign() {
            int slash = template.indexOf('/');
            return slash < 0 ? "" : Campaign.plain(template.substring(0, slash));
        }

        /** The step of the message, whichever variant of it was said; empty for messages of rules. */
        public String step() {
            String[] parts = template.split("/", -1);
            return parts.length < 2 ? "" : parts[1];
        }
    }

    /** Where a visit leads: only to an address the template has, and only for the very message its ids belong to. */
    public static Optional<String> target(Edition edition, Visit visit) {
        Template template = edition.templates().get(visit.template());
        if (template == null || !isMessage(visit)) {
            return Optional.empty();
        }
        return named(visit.name(), written(template))
                .or(() -> named(visit.name(), pages(edition.pairs())))
                .map(address -> carrying(address, visit.message()));
    }

    private static Optional<String> named(String name, Set<String> addresses) {
        return addresses.stream().filter(address -> name(address).equals(name)).findFirst();
    }

    /** Whether the message a visit names is the one its template sends its member for its occurrence. */
    public static boolean isMessage(Visit visit) {
        return !visit.campaign().isEmpty()
                && !visit.member().isEmpty()
                && visit.member().length() <= LONGEST_ID
                && visit.occurrence().length() <= LONGEST_OCCURRENCE
                && Decision.messageId(
                                Subject.member(visit.member()), visit.campaign(), visit.step(), visit.occurrence())
                        .equals(visit.message());
    }

    private static Set<String> written(Template template) {
        Set<String> written = new TreeSet<>();
        template.texts().forEach(text -> text.entries().forEach(one -> written.addAll(of(one.getValue()))));
        return pagesOf(written);
    }

    /** The addresses a source makes links of. */
    static Set<String> of(String source) {
        Set<String> written = new TreeSet<>();
        for (Expr value : TextCheck.values(Liquid.read(source).parts())) {
            if (value instanceof Expr.Filtered filtered
                    && filtered.uses().get(0).name().equals(FILTER)
                    && filtered.of() instanceof Expr.Literal literal
                    && literal.worth() instanceof String address) {
                written.add(address);
            }
        }
        return written;
    }

    /** Links of one source while it is rehearsed. */
    static Links rehearsed(String source, Settings settings) {
        return new Links("000000000000", settings.links(), of(source), Set.of());
    }
}
