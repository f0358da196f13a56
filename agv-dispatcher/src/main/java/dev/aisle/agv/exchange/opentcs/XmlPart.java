package dev.aisle.agv.exchange.opentcs;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of an XML file with its attributes and elements. Document types are not read. */
record XmlPart(String name, Map<String, String> attributes, List<XmlPart> children, int line) {
  private static final int DEEPEST = 30;
  private static final int MOST_ELEMENTS = 1_000_000;

  /** The file is no XML, or more than is read; the message is part of a sentence. */
  static final class NotReadable extends Exception {
    private static final long serialVersionUID = 1L;

    NotReadable(String why) {
      super(why);
    }
  }

  /** The root element of a file. Nothing outside the file is ever opened. */
  static XmlPart read(byte[] file) throws NotReadable {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
      try {
        return root(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new NotReadable("this is no XML, line %d".formatted(line));
    }
  }

  private static XmlPart root(XMLStreamReader reader) throws XMLStreamException, NotReadable {
    Deque<XmlPart> open = new ArrayDeque<>();
    int elements = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new NotReadable("it has a document type, which is not read");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        XmlPart part = element(reader);
        if (!open.isEmpty()) {
          open.peek().children.add(part);
        }
        open.push(part);
        if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
          throw new NotReadable("it has more elements than a plant model");
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        XmlPart closed = open.pop();
        if (open.isEmpty()) {
          return closed;
        }
      }
    }
    throw new NotReadable("it is empty");
  }

  private static XmlPart element(XMLStreamReader reader) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return new XmlPart(
        reader.getLocalName(), attributes, new ArrayList<>(), reader.getLocation().getLineNumber());
  }

  List<XmlPart> all(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  Optional<String> text(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** Where it stands, for people: {@code point 'P-01' (line 7)}. */
  String where() {
    return text("name")
        .map(own -> "%s '%s' (line %d)".formatted(name, own, line))
        .orElse("%s (line %d)".formatted(name, line));
  }
}
