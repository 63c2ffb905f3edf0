package vn.sogopy.platform.table;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Reads XML of unknown origin: a DTD, and with it every entity, is refused. */
public final class PlainXml {
  private PlainXml() {}

  /**
   * @param in not closed here
   * @throws XMLStreamException if it is no XML; the reader throws it, too
   */
  public static XMLStreamReader read(InputStream in) throws XMLStreamException {
    try {
      return new Strict(factory().createXMLStreamReader(in));
    } catch (RuntimeException unchecked) {
      throw new XMLStreamException(unchecked);
    }
  }

  /** Makes readers that fetch and expand nothing; a DTD is an event, to be refused. */
  public static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private static final class Strict extends StreamReaderDelegate {
    Strict(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event;
      try {
        event = super.next();
      } catch (RuntimeException unchecked) {
        // The JDK's parser throws several of them for malformed XML.
        throw new XMLStreamException(unchecked);
      }
      if (event == DTD || event == ENTITY_REFERENCE) {
        throw new XMLStreamException("DTD or entity");
      }
      return event;
    }
  }
}
