package lt.mokiniai.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;

/** What is wrong with a signature, with whoever made it, or with its time: MR-2xx. */
final class SignatureBreaches {

    private static final Register REGISTER = Register.shared();

    private SignatureBreaches() {}

    static List<Breach> all() {
        List<Breach> all = new ArrayList<>();
        unsigned(all);
        changed(all);
        notCovered(all);
        times(all);
        signers(all);
        shapes(all);
        all.addAll(TokenBreaches.all());
        return all;
    }

    private static void unsigned(List<Breach> all) {
        all.add(breach("unsigned", ExchangeError.NOT_SIGNED, Message::unsigned));
        all.add(breach(
                "Security without a Signature",
                ExchangeError.NOT_SIGNED,
                message -> message.tamperedAfterSigning(xml -> without(xml, "ds:Signature"))));
    }

    private static void changed(List<Breach> all) {
        ExchangeError error = ExchangeError.SIGNATURE_INVALID;
        all.add(breach(
                "another student put in after signing",
                error,
                message -> message.tamperedAfterSigning(xml -> xml.replace(
                        DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow(),
                        DemoCast.TWIN_A.personalCode().orElseThrow()))));
        all.add(breach(
                "a header changed after signing",
                error,
                message -> message.tamperedAfterSigning(xml -> xml.replace("B-2026-77", "B-2026-78"))));
        all.add(breach(
                "a Timestamp made younger after signing",
                error,
                message -> message.at(ago(Duration.ofMinutes(6)))
                        .tamperedAfterSigning(
                                xml -> xml.replaceFirst("<wsu:Created>[^<]*", "<wsu:Created>" + ago(Duration.ZERO)))));
        all.add(breach(
                "the signature of another message",
                error,
                message -> message.tamperedAfterSigning(xml -> xml.replaceFirst(
                        "(?s)<ds:SignatureValue>.*</ds:SignatureValue>",
                        between(REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT), "ds:SignatureValue")))));
    }

    private static void notCovered(List<Breach> all) {
        all.add(breach(
                "a Body that the signature does not cover",
                ExchangeError.BODY_NOT_COVERED,
                message -> message.withoutSigning("Body")));
        for (String header :
                List.of("client", "service", "id", "userId", "issue", "protocolVersion", "representedParty")) {
            all.add(new Breach(
                    "a header " + header + " that the signature does not cover",
                    ExchangeError.HEADER_NOT_COVERED,
                    () -> REGISTER.as("vendor")
                            .getStudent(DemoCast.KAUNAS_STUDENT)
                            .representing(DemoCast.SCHOOL),
                    message -> message.withoutSigning(header)));
        }
        all.add(breach(
                "a Timestamp that the signature does not cover",
                ExchangeError.TIMESTAMP_NOT_COVERED,
                message -> message.withoutSigning("Timestamp")));
        all.add(breach(
                "no Timestamp",
                ExchangeError.TIMESTAMP_NOT_COVERED,
                message -> message.withoutSigning("no Timestamp")));
    }

    private static void times(List<Breach> all) {
        all.add(new Breach(
                "signed six minutes ago",
                ExchangeError.TIMESTAMP_EXPIRED,
                () -> good().at(ago(Duration.ofMinutes(3))),
                message -> message.at(ago(Duration.ofMinutes(6)))));
        all.add(new Breach(
                "signed three minutes from now",
                ExchangeError.TIMESTAMP_AHEAD,
                () -> good().at(ago(Duration.ofSeconds(-30))),
                message -> message.at(ago(Duration.ofMinutes(-3)))));
    }

    private static void signers(List<Breach> all) {
        all.add(breach("ecdsa-sha1", ExchangeError.ALGORITHM, message -> message.hashedWith("sha1")));
        all.add(new Breach(
                "rsa-sha1",
                ExchangeError.ALGORITHM,
                () -> REGISTER.as("migration").getStudent(DemoCast.KAUNAS_STUDENT),
                message -> message.hashedWith("sha1")));
        all.add(signer("stranger", ExchangeError.CERTIFICATE_NOT_TRUSTED));
        all.add(signer("self-signed", ExchangeError.CERTIFICATE_NOT_TRUSTED));
        all.add(signer("register", ExchangeError.CERTIFICATE_NOT_TRUSTED));
        all.add(signer("revoked", ExchangeError.CERTIFICATE_REVOKED));
        all.add(signer("out of date", ExchangeError.CERTIFICATE_EXPIRED));
        all.add(signer("of the silent authority", ExchangeError.REVOCATION_UNKNOWN));
        all.add(signer("nobody", ExchangeError.CERTIFICATE_OF_NO_PARTY));
        all.add(breach(
                "the client header of another party",
                ExchangeError.CLIENT_IS_NOT_THE_SIGNER,
                message -> message.from(REGISTER.contractOf("municipality").client())));
    }

    private static void shapes(List<Breach> all) {
        all.add(shape(
                "two Security headers",
                xml -> xml.replace(
                        "</soap:Header>", "<wsse:Security xmlns:wsse=\"" + Xml.WSSE + "\"/></soap:Header>")));
        all.add(shape(
                "a user name beside the signature",
                xml -> xml.replace("</wsse:Security>", "<wsse:UsernameToken/></wsse:Security>")));
        all.add(shape(
                "an id that is given twice",
                xml -> xml.replace("<m:person>", "<m:person xmlns:wsu=\"" + Xml.WSU + "\" wsu:Id=\"signed-Body\">")));
        all.add(shape(
                "a reference to another document",
                xml -> xml.replace("URI=\"#signed-Body\"", "URI=\"http://localhost/body.xml\"")));
        all.add(shape(
                "a transform that selects by XPath",
                xml -> xml.replaceFirst(
                        "<ds:Transform Algorithm=\"[^\"]*\"",
                        "<ds:Transform Algorithm=\"http://www.w3.org/2002/06/xmldsig-filter2\"")));
    }

    private static Breach shape(String rule, UnaryOperator<String> change) {
        return breach(rule, ExchangeError.SIGNATURE_SHAPE, message -> message.tamperedAfterSigning(change));
    }

    private static Breach signer(String name, ExchangeError error) {
        return breach("signed by: " + name, error, message -> message.signedBy(name));
    }

    private static Breach breach(String rule, ExchangeError error, UnaryOperator<Message> breaking) {
        Supplier<Message> good = SignatureBreaches::good;
        return new Breach(rule, error, good, breaking);
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }

    private static Instant ago(Duration duration) {
        return REGISTER.clock().instant().minus(duration);
    }

    private static String without(String xml, String name) {
        return xml.replaceFirst("(?s)<" + name + "[ >].*</" + name + ">", "");
    }

    private static String between(Message message, String name) {
        String xml = new String(message.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        return xml.substring(xml.indexOf("<" + name + ">"), xml.indexOf("</" + name + ">") + name.length() + 3);
    }
}
