package lt.mokiniai.system;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;

/** What is wrong with a message, before its contract and its content matter: MR-1xx. */
final class MessageBreaches {

    private static final Register REGISTER = Register.shared();

    private MessageBreaches() {}

    static List<Breach> all() {
        List<Breach> all = new ArrayList<>();
        xml(all);
        soap(all);
        limits(all);
        headers(all);
        operations(all);
        http(all);
        return all;
    }

    private static void xml(List<Breach> all) {
        ExchangeError error = ExchangeError.NOT_XML;
        all.add(text("an element that does not end", error, xml -> xml.replace("</m:person>", "")));
        all.add(text("a DTD", error, xml -> "<!DOCTYPE soap:Envelope [<!ENTITY a \"b\">]>" + xml));
        all.add(text("an external DTD", error, xml -> "<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\">" + xml));
        all.add(text("an entity of its own", error, xml -> xml.replace("EE-31", "&who;")));
        all.add(text("a character that XML does not have", error, xml -> xml.replace("EE-31", "EE&#0;31")));
        all.add(text("XML 1.1", error, xml -> "<?xml version=\"1.1\"?>" + xml));
        all.add(text(
                "a character that XML 1.1 has",
                error,
                xml -> "<?xml version=\"1.1\"?>" + xml.replace("EE-31", "EE&#1;31")));
        all.add(text("a character that ends too soon", error, xml -> xml.replace("EE-31", "EE&#x31")));
        all.add(text("a processing instruction", error, xml -> xml.replace("<m:person>", "<?run this?><m:person>")));
        all.add(text("a stylesheet", error, xml -> "<?xml-stylesheet href=\"a.xsl\"?>" + xml));
        all.add(text("text after the envelope", error, xml -> xml + "more"));
        all.add(breach("nothing at all", error, message -> message.raw(bytes -> new byte[0])));
        all.add(breach(
                "UTF-16",
                error,
                message -> message.raw(
                        bytes -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16))));
        all.add(text("UTF-16, declared", error, xml -> "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + xml));
        all.add(text("Latin 1", error, xml -> "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + xml));
        all.add(breach(
                "bytes that are not UTF-8",
                error,
                message -> message.raw(bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("EE-31", "\u0161")
                        .getBytes(java.nio.charset.Charset.forName("windows-1257")))));
    }

    private static void soap(List<Breach> all) {
        ExchangeError error = ExchangeError.NOT_SOAP;
        all.add(breach(
                "an envelope of SOAP 1.2",
                error,
                message -> message.unsigned().replacing(Xml.SOAP, "http://www.w3.org/2003/05/soap-envelope")));
        all.add(text("another root", error, xml -> xml.replace("soap:Envelope", "soap:Message")));
        all.add(text(
                "a root of no namespace",
                error,
                xml -> "<Envelope>" + xml.replaceFirst("^<\\?xml[^>]*>", "") + "</Envelope>"));
        all.add(text(
                "a second Body",
                error,
                xml -> xml.replace(
                        "</soap:Envelope>",
                        "<soap:Body><m:getStudent/></soap:Body></soap:Envelope>".replace("<m:getStudent/>", "<a/>"))));
        all.add(text(
                "an empty Body",
                error,
                xml -> xml.replaceFirst("(?s)(<soap:Body[^>]*>).*</soap:Body>", "$1</soap:Body>")));
        all.add(text("two questions in the Body", error, xml -> xml.replace("</soap:Body>", "<a/></soap:Body>")));
        all.add(text("no Header", error, xml -> xml.replaceFirst("(?s)<soap:Header>.*</soap:Header>", "")));
        all.add(text(
                "a Header after the Body",
                error,
                xml -> xml.replaceFirst("(?s)(<soap:Header>.*</soap:Header>)(<soap:Body.*</soap:Body>)", "$2$1")));
    }

    private static void limits(List<Breach> all) {
        ExchangeError error = ExchangeError.LIMIT;
        all.add(body("more than 2 MB", error, "x".repeat(2 * 1024 * 1024)));
        all.add(body("41 elements within each other", error, "<a>".repeat(41) + "</a>".repeat(41)));
        all.add(body("20,001 elements", error, ("<a>" + "<bbbbbbbbbb/>".repeat(1000) + "</a>").repeat(20)));
        all.add(body("2,001 children of one element", error, "<aaaaaaaaaa/>".repeat(2001)));
        all.add(body("51 attributes", error, "<a " + numbered(51) + "/>"));
        all.add(body("an attribute of 4,097 characters", error, "<a b=\"" + "x".repeat(4097) + "\"/>"));
        all.add(body("a text of 65,537 characters", error, "<a>" + "x".repeat(65537) + "</a>"));
        String texts = ("<a>" + "x".repeat(60_000) + "</a>").repeat(4);
        all.add(body("10,050 attributes in all", error, texts + ("<a " + numbered(50) + "/>").repeat(201)));
        all.add(body(
                "10,050 namespace declarations in all",
                error,
                texts + ("<a " + each(50, i -> "xmlns:a" + i + "=\"urn:a\" ") + "/>").repeat(201)));
        all.add(body("1,001 names", error, texts + each(1001, i -> "<a" + i + "/>")));
        all.add(body("a name of 257 characters", error, "<" + "a".repeat(257) + "/>"));
        all.add(body(
                "elements that take more than eight times the message",
                error,
                ("<a>" + "<b/>".repeat(1000) + "</a>").repeat(3)));
        all.add(body(
                "attributes that take more than eight times the message",
                error,
                ("<a " + numbered(50) + "/>").repeat(150)));
    }

    private static String numbered(int count) {
        return each(count, i -> "a" + i + "=\"\" ");
    }

    private static String each(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static void headers(List<Breach> all) {
        all.add(breach(
                "version 4.1 of the protocol",
                ExchangeError.PROTOCOL_VERSION,
                message -> message.replacing("<xrd:protocolVersion>4.0<", "<xrd:protocolVersion>4.1<")));
        ExchangeError error = ExchangeError.XROAD_HEADER;
        for (String name : List.of("client", "service", "id", "protocolVersion")) {
            all.add(breach(
                    "no " + name,
                    error,
                    message -> message.envelope(
                            xml -> xml.replaceFirst("<xrd:" + name + "[ >].*</xrd:" + name + ">", ""))));
        }
        for (String name : List.of("client", "service", "id", "userId", "issue", "protocolVersion")) {
            // An id of its own, as two headers must not have the same.
            all.add(breach(
                    "two headers " + name,
                    error,
                    message -> message.envelope(
                            xml -> xml.replaceFirst("(<xrd:" + name + "[ >].*</xrd:" + name + ">)", "$1$1"))));
        }
        all.add(breach(
                "a client that is a member", error, message -> message.replacing("\"SUBSYSTEM\"", "\"MEMBER\"")));
        all.add(breach(
                "a client without objectType",
                error,
                message -> message.replacing(" id:objectType=\"SUBSYSTEM\"", "")));
        all.add(breach(
                "a service without its kind", error, message -> message.replacing(" id:objectType=\"SERVICE\"", "")));
        all.add(breach(
                "a client without subsystem",
                error,
                message -> message.replacing("<id:subsystemCode>benefits</id:subsystemCode>", "")));
        all.add(breach("an id with a space", error, message -> message.withId("one two")));
        all.add(breach("an id of 101 characters", error, message -> message.withId("x".repeat(101))));
        for (String blank :
                List.of(" ", "\u00a0", "\u200b", "\u2007\u202f", "\ufeff", "\u00ad", "\u3164", "\u2800", "\ufe0f")) {
            all.add(breach("a blank issue " + codes(blank), error, message -> message.withIssue(blank)));
            all.add(breach("a blank userId " + codes(blank), error, message -> message.withUserId(blank)));
        }
        all.add(breach("a userId of 201 characters", error, message -> message.withUserId("x".repeat(201))));
        all.add(breach(
                "another register's service",
                ExchangeError.NOT_THIS_REGISTER,
                message -> message.replacing("<id:memberCode>190000008<", "<id:memberCode>190000047<")));
        all.add(breach(
                "the register of another instance",
                ExchangeError.NOT_THIS_REGISTER,
                message -> message.envelope(xml ->
                        xml.replaceFirst("(<xrd:service .*)<id:xRoadInstance>LT-DEMO<", "$1<id:xRoadInstance>LT<"))));
        String to = "<wsa:To xmlns:wsa=\"http://www.w3.org/2005/08/addressing\">http://localhost/</wsa:To>";
        all.add(breach("a header of WS-Addressing", ExchangeError.FOREIGN_HEADER, message -> message.withHeaders(to)));
        all.add(text(
                "a foreign header after signing",
                ExchangeError.FOREIGN_HEADER,
                xml -> xml.replace("</soap:Header>", "<a/></soap:Header>")));
    }

    private static String codes(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
    }

    private static void operations(List<Breach> all) {
        ExchangeError error = ExchangeError.OPERATION_MISMATCH;
        String action = "http://mokiniai.lt/students/v1/";
        all.add(breach(
                "a SOAPAction of another operation",
                error,
                message -> message.soapAction("\"" + action + "findStudents\"")));
        all.add(breach(
                "a SOAPAction that is only the beginning",
                error,
                message -> message.soapAction("\"" + action + "getStuden\"")));
        all.add(breach(
                "a serviceCode of another operation",
                error,
                message -> message.replacing("<id:serviceCode>getStudent<", "<id:serviceCode>findStudents<")));
        all.add(breach(
                "a serviceCode that begins with the operation",
                error,
                message -> message.replacing("<id:serviceCode>getStudent<", "<id:serviceCode>getStudents<")));
        all.add(breach(
                "another version",
                error,
                message -> message.replacing("<id:serviceVersion>v1<", "<id:serviceVersion>v2<")));
        all.add(breach(
                "a Body of another operation",
                error,
                message -> message.envelope(xml -> xml.replace("m:getStudent", "m:confirmStudentFact"))));
        ExchangeError unknown = ExchangeError.UNKNOWN_OPERATION;
        all.add(breach(
                "an operation that nobody knows",
                unknown,
                message -> message.envelope(xml -> xml.replace("getStudent", "getLearner"))));
        all.add(breach(
                "a Body of another namespace",
                unknown,
                message -> message.replacing(
                        "xmlns:m=\"http://mokiniai.lt/students/v1\"", "xmlns:m=\"http://mokiniai.lt/students/v2\"")));
        all.add(breach("the address of another service", unknown, message -> message.to("enrolments/v1")));
    }

    private static void http(List<Breach> all) {
        ExchangeError error = ExchangeError.HTTP;
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
            all.add(breach(method, error, message -> message.by(method)));
        }
        for (String type : List.of(
                "application/soap+xml; charset=utf-8",
                "application/json",
                "text/xml; charset=utf-16",
                "text/xml; charset=iso-8859-13",
                "multipart/related; type=\"text/xml\"; boundary=a",
                "nonsense",
                "")) {
            all.add(breach("Content-Type '" + type + "'", error, message -> message.header("Content-Type", type)));
        }
        for (String encoding : List.of("gzip", "deflate", "br")) {
            all.add(breach(
                    "Content-Encoding " + encoding, error, message -> message.header("Content-Encoding", encoding)));
        }
    }

    /** Something more in the Body's element. */
    private static Breach body(String rule, ExchangeError error, String more) {
        return breach(rule, error, message -> message.replacing("</m:getStudent>", more + "</m:getStudent>"));
    }

    private static Breach text(String rule, ExchangeError error, UnaryOperator<String> change) {
        return breach(rule, error, message -> message.tamperedAfterSigning(change));
    }

    private static Breach breach(String rule, ExchangeError error, UnaryOperator<Message> breaking) {
        return new Breach(rule, error, () -> REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT), breaking);
    }
}
