package lt.mokiniai.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import lt.mokiniai.demo.DemoCast;
import lt.mokiniai.security.MessageSigner;
import lt.mokiniai.security.SigningKey;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Stands between a client and the register, and gives other answers than the register gave. */
final class Meddler implements AutoCloseable {

    /** What becomes of an answer, with the request that it answers. */
    enum Trick {
        CHANGES_THE_BODY {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                return replaced(answer, DemoCast.KAUNAS_PUPIL.familyName(), FORGED);
            }
        },
        CHANGES_A_HEADER {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                return replaced(answer, ":pupils>1<", ":pupils>0<");
            }
        },
        TAKES_THE_SIGNATURE_AWAY {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                return Xml.write(withoutSecurity(replaced(answer, DemoCast.KAUNAS_PUPIL.familyName(), FORGED)));
            }
        },
        SIGNS_AS_A_PARTY {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                Document forged = withoutSecurity(replaced(answer, DemoCast.KAUNAS_PUPIL.familyName(), FORGED));
                return signed(register, forged, request, "school.p12", "school");
            }
        },
        LEAVES_A_HEADER_UNSIGNED {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                Document document = withoutSecurity(answer);
                Element header = Xml.child(document.getDocumentElement(), "Header");
                Element receipt = Xml.child(header, "receipt");
                header.removeChild(receipt);
                Document partly = Xml.parse(signed(register, document, request, "register.p12", "ec"));
                Xml.child(partly.getDocumentElement(), "Header").appendChild(partly.importNode(receipt, true));
                return Xml.write(partly);
            }
        },
        GIVES_AN_EARLIER_ANSWER {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                return register.as("benefits")
                        .getStudent(DemoCast.KAUNAS_PUPIL)
                        .send()
                        .bytes();
            }
        };

        abstract byte[] answer(Register register, byte[] request, byte[] answer);
    }

    static final String FORGED = "Suklastotas";

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final Register register;
    private final Trick trick;

    Meddler(Register register, Trick trick) {
        this.register = register;
        this.trick = trick;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                    register.address("").resolve(exchange.getRequestURI().toString()));
            for (String header : List.of("Content-Type", "SOAPAction")) {
                if (exchange.getRequestHeaders().containsKey(header)) {
                    forwarded.header(header, exchange.getRequestHeaders().getFirst(header));
                }
            }
            HttpResponse<byte[]> response = http.send(
                    forwarded
                            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(request))
                            .build(),
                    BodyHandlers.ofByteArray());
            boolean answered = response.statusCode() == 200 && request.length > 0;
            byte[] answer = answered ? trick.answer(register, request, response.body()) : response.body();
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            exchange.sendResponseHeaders(response.statusCode(), answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] replaced(byte[] answer, String text, String by) {
        String before = new String(answer, StandardCharsets.UTF_8);
        String after = before.replace(text, by);
        if (before.equals(after)) {
            throw new AssertionError("the answer was not changed");
        }
        return after.getBytes(StandardCharsets.UTF_8);
    }

    private static Document withoutSecurity(byte[] answer) {
        Document document = Xml.parse(answer);
        Element header = Xml.child(document.getDocumentElement(), "Header");
        header.removeChild(Xml.child(header, "Security"));
        return document;
    }

    /** Signs as well as the register does, and confirms the request as it does. */
    private static byte[] signed(Register register, Document answer, byte[] request, String file, String alias) {
        String confirmed = Xml.parse(request)
                .getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "SignatureValue")
                .item(0)
                .getTextContent();
        SigningKey key = SigningKey.load(register.demoFolder().resolve(file), "demo".toCharArray(), alias);
        new MessageSigner(register.clock())
                .sign(answer, key, List.of(Base64.getMimeDecoder().decode(confirmed)));
        return Xml.write(answer);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
