package lt.mokiniai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import lt.mokiniai.AnswerProxy;
import lt.mokiniai.AnswerProxy.Answer;
import lt.mokiniai.exchange.security.MessageSigner;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.tools.demo.DemoCast;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Stands between a client and the register, and gives other answers than the register gave. */
final class Meddler implements AutoCloseable {

    /** What becomes of an answer, with the request that it answers. */
    enum Trick {
        CHANGES_THE_BODY {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                return replaced(answer, DemoCast.KAUNAS_STUDENT.familyName(), FORGED);
            }
        },
        CHANGES_A_HEADER {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                return replaced(answer, ":students>1<", ":students>0<");
            }
        },
        TAKES_THE_SIGNATURE_AWAY {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                return Xml.write(withoutSecurity(replaced(answer, DemoCast.KAUNAS_STUDENT.familyName(), FORGED)));
            }
        },
        SIGNS_AS_A_PARTY {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                Document forged = withoutSecurity(replaced(answer, DemoCast.KAUNAS_STUDENT.familyName(), FORGED));
                return signsWithRsa(answer)
                        ? signed(register, forged, request, "migration.p12", "migration")
                        : signed(register, forged, request, "school.p12", "school");
            }
        },
        LEAVES_A_HEADER_UNSIGNED {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                Document document = withoutSecurity(answer);
                Element header = Xml.child(document.getDocumentElement(), "Header");
                Element receipt = Xml.child(header, "receipt");
                header.removeChild(receipt);
                Document partly = Xml.parse(
                        signed(register, document, request, "register.p12", signsWithRsa(answer) ? "rsa" : "ec"));
                Xml.child(partly.getDocumentElement(), "Header").appendChild(partly.importNode(receipt, true));
                return Xml.write(partly);
            }
        },
        GIVES_AN_EARLIER_ANSWER {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                return register.as(party(request))
                        .getStudent(DemoCast.KAUNAS_STUDENT)
                        .send()
                        .bytes();
            }
        },
        /** The signature still finds the Body that was signed, and a program takes the other. */
        WRAPS_THE_BODY {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                Document document = Xml.parse(answer);
                wrapBody(document, "forged");
                return Xml.write(document);
            }
        },
        WRAPS_THE_BODY_UNDER_ONE_IDENTIFIER {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                Document document = Xml.parse(answer);
                wrapBody(document, identifier(Xml.child(document.getDocumentElement(), "Body")));
                return Xml.write(document);
            }
        },
        REFERENCE_OUTSIDE_SIGNED_INFO {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                Document document = Xml.parse(answer);
                wrapBody(document, "forged");
                Element signature = Xml.child(security(document), "Signature");
                Element reference = (Element) Xml.children(Xml.child(signature, "SignedInfo"), "Reference")
                        .get(0)
                        .cloneNode(true);
                reference.setAttribute("URI", "#forged");
                Xml.child(signature, "KeyInfo").appendChild(reference);
                return Xml.write(document);
            }
        },
        /** Put into an XPath between quotes as it is, this identifier finds the reference to the other Body. */
        IDENTIFIER_WITH_A_QUOTE {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                Document document = Xml.parse(answer);
                String signed = identifier(Xml.child(document.getDocumentElement(), "Body"));
                wrapBody(document, "x'or@URI='#" + signed);
                return Xml.write(document);
            }
        },
        UNSIGNED_WITH_A_SOAP_CHILD {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                Document document = withoutSecurity(replaced(answer, DemoCast.KAUNAS_STUDENT.familyName(), FORGED));
                Element body = Xml.child(document.getDocumentElement(), "Body");
                body.insertBefore(document.createElementNS(Xml.SOAP, "soap:x"), body.getFirstChild());
                return Xml.write(document);
            }
        },
        /** Nobody can tell this from the register's word: a client must not say that it can. */
        REFUSES_UNSIGNED {
            @Override
            byte[] answer(Register register, byte[] request, byte[] answer) {
                try {
                    return Files.readAllBytes(Path.of("docs", "examples", "refused", "not-signed", "response.xml"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };

        abstract byte[] answer(Register register, byte[] request, byte[] answer);
    }

    static final String FORGED = "Suklastotas";

    private final AnswerProxy proxy;

    Meddler(Register register, Trick trick) {
        proxy = new AnswerProxy(register.address(""), (request, given) -> {
            if (given.status() != 200 || request.length == 0) {
                return given;
            }
            return new Answer(
                    trick == Trick.REFUSES_UNSIGNED ? 500 : 200, trick.answer(register, request, given.body()));
        });
    }

    URI address() {
        return proxy.address();
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

    /** Hides the Body that was signed in the Security, and puts a forged one in its place. */
    private static void wrapBody(Document document, String identifier) {
        Element envelope = document.getDocumentElement();
        Element body = Xml.child(envelope, "Body");
        Element forged = (Element) body.cloneNode(true);
        forged.setAttributeNS(Xml.WSU, "wsu:Id", identifier);
        Xml.leaves(forged).stream()
                .filter(leaf -> leaf.getTextContent().equals(DemoCast.KAUNAS_STUDENT.familyName()))
                .forEach(leaf -> leaf.setTextContent(FORGED));
        if (!forged.getTextContent().contains(FORGED)) {
            throw new AssertionError("the answer was not changed");
        }
        envelope.replaceChild(forged, body);
        security(document).appendChild(body);
    }

    private static boolean signsWithRsa(byte[] answer) {
        return Xml.child(
                        Xml.child(Xml.child(security(Xml.parse(answer)), "Signature"), "SignedInfo"), "SignatureMethod")
                .getAttribute("Algorithm")
                .contains("#rsa-");
    }

    /** In the demo a subsystem has the name of its party. */
    private static String party(byte[] request) {
        Element header = Xml.child(Xml.parse(request).getDocumentElement(), "Header");
        return Xml.child(Xml.child(header, "client"), "subsystemCode").getTextContent();
    }

    private static Element security(Document document) {
        return Xml.child(Xml.child(document.getDocumentElement(), "Header"), "Security");
    }

    private static String identifier(Element part) {
        return part.getAttributeNS(Xml.WSU, "Id");
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
        proxy.close();
    }
}
