package dev.parley.reports.junit;

import dev.parley.reports.junit.TestCase.Child;
import dev.parley.reports.junit.TestCase.Kind;
import dev.parley.reports.model.RunEvent.EndpointFound;
import dev.parley.reports.view.RunView;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements of {@code junit.xml}. */
final class JUnitDocument {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final XMLStreamWriter xml;
  private final RunView run;

  JUnitDocument(OutputStream file, RunView run) throws XMLStreamException {
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file, "UTF-8");
    this.run = run;
  }

  void write(SortedMap<String, List<TestCase>> suites) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine(0);
    xml.writeStartElement("testsuites");
    attribute("name", "parley " + run.start().runId());
    counts(suites.values().stream().flatMap(Collection::stream).toList());
    for (var suite : suites.entrySet()) {
      suite(suite.getKey(), suite.getValue());
    }
    newLine(0);
    xml.writeEndElement();
    newLine(0);
    xml.writeEndDocument();
    xml.close();
  }

  private void suite(String name, List<TestCase> cases) throws XMLStreamException {
    newLine(1);
    xml.writeStartElement("testsuite");
    attribute("name", name);
    counts(cases);
    attribute("skipped", count(cases, Kind.SKIPPED));
    attribute("timestamp", SECONDS.format(run.startWall().atOffset(ZoneOffset.UTC)));
    properties(cases);
    for (TestCase test : cases) {
      testCase(test);
    }
    newLine(1);
    xml.writeEndElement();
  }

  private void counts(List<TestCase> cases) throws XMLStreamException {
    attribute("tests", Integer.toString(cases.size()));
    attribute("failures", count(cases, Kind.FAILURE));
    attribute("errors", count(cases, Kind.ERROR));
    attribute("time", seconds(cases.stream().mapToDouble(TestCase::seconds).sum()));
  }

  private void properties(List<TestCase> cases) throws XMLStreamException {
    newLine(2);
    xml.writeStartElement("properties");
    property("run", run.start().runId());
    property("seed", Long.toString(run.start().seed()));
    property("parley", run.start().parleyVersion());
    property("java", run.start().host().java());
    property("os", run.start().host().os() + " " + run.start().host().osVersion());
    for (EndpointFound endpoint : run.endpoints()) {
      property("endpoint." + endpoint.alias(), endpoint.family() + " " + endpoint.version());
    }
    for (TestCase test : cases) {
      if (!test.network().isEmpty()) {
        property("network." + test.name(), test.network());
      }
    }
    newLine(2);
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    newLine(3);
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void testCase(TestCase test) throws XMLStreamException {
    newLine(2);
    xml.writeStartElement("testcase");
    attribute("name", test.name());
    attribute("classname", "parley." + test.suite());
    attribute("time", seconds(test.seconds()));
    for (Child child : test.children()) {
      child(child);
    }
    newLine(3);
    xml.writeStartElement("system-out");
    text(test.out());
    xml.writeEndElement();
    newLine(2);
    xml.writeEndElement();
  }

  private void child(Child child) throws XMLStreamException {
    newLine(3);
    xml.writeStartElement(child.element());
    attribute("message", child.message());
    if (!child.type().isEmpty()) {
      attribute("type", child.type());
    }
    if (child.element().startsWith("flaky")) {
      xml.writeStartElement("stackTrace");
      text(child.text());
      xml.writeEndElement();
    } else {
      text(child.text());
    }
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, XmlText.legal(value));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(XmlText.legal(text));
  }

  private void newLine(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String count(List<TestCase> cases, Kind kind) {
    return Long.toString(cases.stream().filter(test -> test.kind() == kind).count());
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
