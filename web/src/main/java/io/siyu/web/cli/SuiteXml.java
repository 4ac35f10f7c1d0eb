package io.siyu.web.cli;

import io.siyu.replay.suite.Played;
import io.siyu.replay.suite.Suite;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What came of a suite as JUnit XML, the form build servers read: a test suite for each file, a test case for each scenario. */
final class SuiteXml {

    /** Characters XML 1.0 cannot hold, however they are escaped. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Suite suite;
    private final List<Played> played;

    SuiteXml(Suite suite, List<Played> played) {
        this.suite = suite;
        this.played = played;
    }

    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            counts(xml, "siyu", played);
            Iterator<Played> next = played.iterator();
            for (Suite.Part part : suite.parts()) {
                suite(
                        xml,
                        part.file(),
                        Stream.generate(next::next)
                                .limit(part.scenarios().size())
                                .toList());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IOException("The results could not be written to \"" + file + "\".", broken);
        }
    }

    private static void suite(XMLStreamWriter xml, String file, List<Played> mine) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        counts(xml, file, mine);
        for (Played one : mine) {
            xml.writeCharacters("\n    ");
            testcase(xml, file, one);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void counts(XMLStreamWriter xml, String name, List<Played> mine) throws XMLStreamException {
        attribute(xml, "name", name);
        attribute(xml, "tests", String.valueOf(mine.size()));
        attribute(
                xml,
                "failures",
                String.valueOf(mine.stream().filter(one -> !one.passed()).count()));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", "0");
        attribute(xml, "time", seconds(mine.stream().mapToLong(Played::nanos).sum()));
    }

    private static void testcase(XMLStreamWriter xml, String file, Played one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", file);
        attribute(xml, "name", one.scenario().name());
        attribute(xml, "file", file);
        attribute(xml, "line", String.valueOf(one.scenario().line()));
        attribute(xml, "time", seconds(one.nanos()));
        if (!one.passed()) {
            String told = one.result().told();
            xml.writeStartElement("failure");
            attribute(xml, "message", told.lines().findFirst().orElse(""));
            attribute(xml, "type", "scenario");
            xml.writeCharacters(allowed(told));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    private static String allowed(String text) {
        return NOT_XML.matcher(text).replaceAll("\uFFFD");
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.6f", nanos / 1e9);
    }
}
