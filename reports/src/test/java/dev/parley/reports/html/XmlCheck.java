package dev.parley.reports.html;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Parses markup strictly, so that an element left open or a raw character is found. */
public final class XmlCheck {
  private XmlCheck() {}

  /** Parses XML, or fails with what is wrong and where. */
  public static Document wellFormed(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(e.getMessage() + " in " + xml, e);
    }
  }

  /** Parses a page of ours after closing the elements that HTML leaves open and XML does not. */
  public static Document wellFormedHtml(String html) {
    String xml =
        html.replaceFirst("(?i)<!DOCTYPE html>", "")
            .replaceAll("<(meta|link|img)( [^>]*)?>", "<$1$2/>")
            .replaceAll("<(script|details)([^>]*) (defer|open)>", "<$1$2 $3=\"\">");
    return wellFormed(xml);
  }
}
