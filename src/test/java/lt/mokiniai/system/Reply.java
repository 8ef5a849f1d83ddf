package lt.mokiniai.system;

import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.exchange.evidence.LoggedExchange;
import lt.mokiniai.exchange.security.AnswerVerifier;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What came back, and what the log holds of it. */
final class Reply {

    private final Register register;
    private final Message message;
    private final HttpResponse<byte[]> response;
    private final Document document;

    Reply(Register register, Message message, HttpResponse<byte[]> response) {
        this.register = register;
        this.message = message;
        this.response = response;
        this.document = Xml.parse(response.body());
    }

    Message message() {
        return message;
    }

    int status() {
        return response.statusCode();
    }

    String contentType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** The HTTP header that says when to send again. */
    Optional<String> retryAfter() {
        return response.headers().firstValue("Retry-After");
    }

    byte[] bytes() {
        return response.body();
    }

    Document document() {
        return document;
    }

    List<Element> headers() {
        return Xml.children(document.getDocumentElement(), "Header").stream()
                .flatMap(header -> Xml.children(header).stream())
                .toList();
    }

    Element header(String name) {
        return Xml.child(Xml.child(document.getDocumentElement(), "Header"), name);
    }

    /** The element within the Body. */
    Element content() {
        return Xml.children(Xml.child(document.getDocumentElement(), "Body")).get(0);
    }

    boolean isSigned() {
        return headers().stream().anyMatch(header -> "Security".equals(header.getLocalName()));
    }

    /** Verifies the signature, and that it answers this very message; gives the certificate that signed. */
    X509Certificate verify() {
        return new AnswerVerifier(
                        register.authorities(),
                        new X500Principal("CN=register, O=Pupils' Register (demo), C=LT"),
                        register.clock())
                .verify(Xml.parse(bytes()), List.of(message.signature()));
    }

    boolean isFault() {
        return "Fault".equals(content().getLocalName());
    }

    /** The code of the fault, or an empty text when there is none. */
    String code() {
        return isFault() ? fault("code") : "";
    }

    /** A text of the fault's detail. */
    String fault(String name) {
        return Xml.child(detail(), name).getTextContent();
    }

    Optional<String> optional(String name) {
        return Xml.children(detail(), name).stream()
                .map(Element::getTextContent)
                .findFirst();
    }

    Element detail() {
        return Xml.child(Xml.child(content(), "detail"), "fault");
    }

    /** The number of the exchange: the fault's correlation id, or the receipt's number. */
    String number() {
        return isFault()
                ? fault("correlationId")
                : Xml.child(header("receipt"), "number").getTextContent();
    }

    /** What the log gives of it. */
    LoggedExchange logged() {
        return register.log().find(number()).orElseThrow(() -> new AssertionError("no row of the log"));
    }

    /** The row of the log as the database holds it; its sender is known. */
    Map<String, Object> row() {
        return register.jdbc()
                .sql("SELECT * FROM message_log WHERE receipt = ?")
                .param(number())
                .query()
                .singleRow();
    }

    /** Whether a message with its id was accepted from its sender: no other will be. */
    boolean isIdUsedUp() {
        Map<String, Object> row = row();
        return row.get("MESSAGE_ID") != null
                && register.jdbc()
                                .sql(
                                        "SELECT COUNT(*) FROM accepted_message WHERE replay_key LIKE ? AND replay_key LIKE ?")
                                .params(row.get("PARTY") + "%", "%" + row.get("MESSAGE_ID"))
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    int studentsInTheLog() {
        return register.jdbc()
                .sql("SELECT COUNT(*) FROM message_student WHERE receipt = ?")
                .param(number())
                .query(Integer.class)
                .single();
    }

    @Override
    public String toString() {
        return status() + " " + new String(Xml.write(content()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
