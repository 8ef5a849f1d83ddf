package lt.mokiniai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.system.Parties.Signer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A signed message, good as it begins, with a way to break each thing about it. It is made once: sent again, it is the
 * same bytes.
 */
final class Message {

    /** The service of each operation. */
    static final Map<String, String> SERVICES = PublishedOperations.load().all().stream()
            .collect(Collectors.toMap(
                    PublishedOperation::operation,
                    operation -> operation.service().name()));

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Register register;
    private final String operation;
    private final Set<String> leftOut = new HashSet<>();
    private final Map<String, String> http = new LinkedHashMap<>();
    private final List<UnaryOperator<String>> before = new ArrayList<>();
    private final List<UnaryOperator<byte[]>> after = new ArrayList<>();
    private String signer;
    private XRoadId client;
    private String content;
    private String id = UUID.randomUUID().toString();
    private @Nullable String userId = "EE-31";
    private @Nullable String issue = "B-2026-77";
    private String moreHeaders = "";
    private boolean signed = true;
    private String hash = "sha256";
    private Instant created;
    private String path;
    private String method = "POST";
    private byte @Nullable [] bytes;
    private byte[] signature = {};

    Message(Register register, String party, String operation, String content) {
        this.register = register;
        this.operation = operation;
        this.content = content;
        this.signer = party;
        this.client = register.contractOf(party).client();
        this.created = register.clock().instant();
        this.path = SERVICES.get(operation) + "/v1";
        http.put("Content-Type", "text/xml; charset=utf-8");
        http.put("SOAPAction", "\"http://mokiniai.lt/" + path + "/" + operation + "\"");
    }

    Message signedBy(String other) {
        signer = other;
        return this;
    }

    Message from(XRoadId other) {
        client = other;
        return this;
    }

    Message withId(String other) {
        id = other;
        return this;
    }

    String id() {
        return id;
    }

    String operation() {
        return operation;
    }

    String path() {
        return path;
    }

    boolean isPosted() {
        return "POST".equals(method);
    }

    @Override
    public String toString() {
        return operation + " " + id;
    }

    Message withUserId(@Nullable String other) {
        userId = other;
        return this;
    }

    Message withIssue(@Nullable String other) {
        issue = other;
        return this;
    }

    /** Adds headers after those of the message. */
    Message withHeaders(String xml) {
        moreHeaders += xml;
        return this;
    }

    /** Says that it is sent for an institution. */
    Message representing(String institution) {
        return withHeaders(
                "<repr:representedParty><repr:partyCode>" + institution + "</repr:partyCode></repr:representedParty>");
    }

    Message within(String otherContent) {
        content = otherContent;
        return this;
    }

    Message unsigned() {
        signed = false;
        return this;
    }

    /** Leaves a part out of the signature, by its local name. */
    Message withoutSigning(String part) {
        leftOut.add(part);
        return this;
    }

    /** Gives each canonicalisation an InclusiveNamespaces that names none. */
    Message withAnEmptyListOfPrefixes() {
        return withoutSigning("prefixes");
    }

    Message hashedWith(String other) {
        hash = other;
        return this;
    }

    /** Signs as if at this time. */
    Message at(Instant time) {
        created = time;
        return this;
    }

    Message to(String otherPath) {
        path = otherPath;
        return this;
    }

    Message by(String otherMethod) {
        method = otherMethod;
        return this;
    }

    Message soapAction(String action) {
        return header("SOAPAction", action);
    }

    /** Sets a header of HTTP; an empty text takes it away. */
    Message header(String name, String value) {
        http.put(name, value);
        return this;
    }

    /** Changes the envelope before it is signed. */
    Message envelope(UnaryOperator<String> change) {
        before.add(text -> changed(text, change.apply(text)));
        return this;
    }

    /** Replaces a text of the envelope before it is signed. */
    Message replacing(String text, String by) {
        return envelope(xml -> xml.replace(text, by));
    }

    /** Changes the message after it was signed. */
    Message tamperedAfterSigning(UnaryOperator<String> change) {
        return raw(signedBytes -> {
            String text = new String(signedBytes, StandardCharsets.UTF_8);
            return changed(text, change.apply(text)).getBytes(StandardCharsets.UTF_8);
        });
    }

    Message raw(UnaryOperator<byte[]> change) {
        after.add(change);
        return this;
    }

    /** A change that changes nothing would make a test that tests nothing. */
    private static String changed(String text, String change) {
        if (text.equals(change)) {
            throw new AssertionError("the message was not changed");
        }
        return change;
    }

    /** The bytes as they are sent. */
    byte[] bytes() {
        if (bytes == null) {
            String envelope = envelope();
            for (UnaryOperator<String> change : before) {
                envelope = change.apply(envelope);
            }
            byte[] made = envelope.getBytes(StandardCharsets.UTF_8);
            if (signed) {
                Document document = Xml.parse(made);
                Signer key = register.parties().signer(signer);
                signature = XmlSignature.sign(document, key, created, leftOut, hash);
                made = Xml.write(document);
            }
            for (UnaryOperator<byte[]> change : after) {
                made = change.apply(made);
            }
            bytes = made;
        }
        return bytes;
    }

    Reply send() {
        return send(register);
    }

    /** Sends the same bytes to another node. */
    Reply send(Register node) {
        return new Reply(node, this, post(node.address(path), "*/*"));
    }

    /** Posts the same bytes with the same headers to another address. */
    HttpResponse<byte[]> post(URI address, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", accept)
                .method(method, "GET".equals(method) ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes()));
        http.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks what would become of this message, whole as it would be sent. */
    Message explained() {
        return explainedTo(signer);
    }

    /** Asks the same as another party. */
    Message explainedTo(String party) {
        String message = Base64.getEncoder().encodeToString(bytes());
        return new Message(register, party, "explainRequest", "<m:message>" + message + "</m:message>");
    }

    /** Asks what would become of the Body, under the headers of this message. */
    Message explainedByContent() {
        Element body = Xml.child(Xml.parse(bytes()).getDocumentElement(), "Body");
        String request = new String(Xml.write(Xml.children(body).get(0)), StandardCharsets.UTF_8);
        return new Message(register, signer, "explainRequest", "<m:request>" + request + "</m:request>")
                .from(client)
                .withUserId(userId)
                .withIssue(issue)
                .withHeaders(moreHeaders);
    }

    byte[] signature() {
        return signature;
    }

    private String envelope() {
        return """
                <soap:Envelope xmlns:soap="%s" xmlns:xrd="%s" xmlns:id="%s" xmlns:repr="%s"><soap:Header>\
                <xrd:client id:objectType="SUBSYSTEM">%s</xrd:client>\
                <xrd:service id:objectType="SERVICE">%s<id:serviceCode>%s</id:serviceCode>\
                <id:serviceVersion>v1</id:serviceVersion></xrd:service>\
                <xrd:id>%s</xrd:id>%s%s<xrd:protocolVersion>4.0</xrd:protocolVersion>%s</soap:Header>\
                <soap:Body><m:%s xmlns:m="http://mokiniai.lt/%s/v1" xmlns:t="%s">%s</m:%s></soap:Body></soap:Envelope>""".formatted(
                        Xml.SOAP,
                        Xml.XROAD,
                        Xml.IDENTIFIERS,
                        Xml.REPRESENTATION,
                        identifier(client),
                        identifier(Register.ID),
                        operation,
                        id,
                        optional("userId", userId),
                        optional("issue", issue),
                        moreHeaders,
                        operation,
                        SERVICES.get(operation),
                        Xml.TYPES,
                        content,
                        operation);
    }

    private static String identifier(XRoadId id) {
        return "<id:xRoadInstance>" + id.instance() + "</id:xRoadInstance><id:memberClass>" + id.memberClass()
                + "</id:memberClass><id:memberCode>" + id.memberCode() + "</id:memberCode><id:subsystemCode>"
                + id.subsystem() + "</id:subsystemCode>";
    }

    private static String optional(String name, @Nullable String value) {
        return value == null ? "" : "<xrd:" + name + ">" + value + "</xrd:" + name + ">";
    }
}
