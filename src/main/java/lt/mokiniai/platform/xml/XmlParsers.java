package lt.mokiniai.platform.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The JDK's parsers, with namespaces, which refuse a DTD and open no file and no address that a document names. */
public final class XmlParsers {

    private static final String NO_DTD = "http://apache.org/xml/features/disallow-doctype-decl";

    private XmlParsers() {}

    /**
     * Parses a document.
     *
     * @throws SAXException when it is not proper XML, or has a DTD
     */
    public static Document parse(InputStream stream) throws SAXException, IOException {
        return builder().parse(stream);
    }

    /**
     * Parses a document.
     *
     * @throws SAXException when it is not proper XML, or has a DTD
     */
    public static Document parse(byte[] document) throws SAXException, IOException {
        return parse(new ByteArrayInputStream(document));
    }

    /** Gives a document without content. */
    public static Document newDocument() {
        return builder().newDocument();
    }

    /** Gives a parser that tells of each element, its namespace declarations among its attributes. */
    public static SAXParser events() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DTD, true);
            factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
            factory.setFeature("http://xml.org/sax/features/xmlns-uris", true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's parser can refuse a DTD", e);
        }
    }

    /** Gives what compiles a schema; what the schema imports, a resolver must bring. */
    public static SchemaFactory schemas() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory;
        } catch (SAXException e) {
            throw new IllegalStateException("the JDK's schemas can be kept from opening files", e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DTD, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Else the parser prints to the terminal itself.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser can refuse a DTD", e);
        }
    }
}
