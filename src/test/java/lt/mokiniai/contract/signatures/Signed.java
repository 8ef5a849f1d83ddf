package lt.mokiniai.contract.signatures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.exchange.security.TestPki.Pair;

/** Contract files of the demo, and signatures on them. */
final class Signed {

    static final Path TICKETING = Path.of("contracts/MR-2026-003-ticketing.xml");
    static final Path SCHOOL = Path.of("contracts/MR-2026-005-school.xml");

    private Signed() {}

    /** The ticketing contract, signed by an EC key of the register and an RSA key of the party. */
    static String byBoth() {
        return by(text(TICKETING), TestPki.REGISTER_EC, TestPki.PARTY_RSA);
    }

    static String by(String text, Pair... signers) {
        String signed = text;
        for (Pair signer : signers) {
            signed = new String(
                    new ContractSigner(signer.key(), signer.certificate()).sign(bytes(signed)), StandardCharsets.UTF_8);
        }
        return signed;
    }

    static List<ContractSignature> verified(String text) {
        return SignatureVerifier.verify(ContractText.of(bytes(text)).root());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The first or the second Signature of a text. */
    static String signature(String text, int number) {
        int start = -1;
        for (int i = 0; i < number; i++) {
            start = text.indexOf("<ds:Signature ", start + 1);
        }
        return text.substring(start, text.indexOf("</ds:Signature>", start) + "</ds:Signature>".length());
    }
}
