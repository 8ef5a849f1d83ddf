package lt.mokiniai.contract.signatures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.digests.Digest;

/**
 * Who may sign contracts, for which institution: the certificates that the operator has put into a folder. The folder is
 * the trust: no path to an authority, no revocation and no day of validity is looked at. A contract outlives the
 * certificates that it was signed with, and a signature has no time that could be trusted. The folder is
 * read with each set of contracts: a certificate that is taken out counts from the next set on.
 */
public final class Signatories {

    private static final Pattern CERTIFICATE = Pattern.compile(".*\\.(crt|cer|pem|der)");
    private static final Pattern NAME = Pattern.compile("([0-9]{9})(-[^.]+)?\\.(crt|cer|pem|der)");

    private final Map<X509Certificate, Set<String>> institutions;
    private final String digest;

    private Signatories(Map<X509Certificate, Set<String>> institutions) {
        this.institutions = institutions;
        this.digest = digestOf(institutions);
    }

    /**
     * Reads a folder of PEM or DER files of one certificate each, named by institution code: {@code 190000008.crt},
     * {@code 190000008-director.pem}. Files with other endings are left alone.
     *
     * @throws IllegalArgumentException that names the file, when one has another name, is no certificate, or has a key
     *     whose signatures are not taken; when the folder is not there or holds none
     */
    public static Signatories load(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder + "; mokiniai.contract.signatories must"
                    + " name the folder of the certificates of those who may sign contracts");
        }
        Map<X509Certificate, Set<String>> institutions = new HashMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file ->
                            CERTIFICATE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
            for (Path file : files) {
                institutions
                        .computeIfAbsent(certificate(file), unknown -> new TreeSet<>())
                        .add(institution(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
        if (institutions.isEmpty()) {
            throw new IllegalArgumentException("the folder " + folder + " holds no certificate, so that no contract"
                    + " would be taken; put in those of the register and of each party, as CODE.crt");
        }
        return new Signatories(institutions);
    }

    /** The codes of the institutions that this certificate signs for; empty for a stranger's. */
    public Set<String> institutionsOf(X509Certificate certificate) {
        return Set.copyOf(institutions.getOrDefault(certificate, Set.of()));
    }

    /** SHA-256 of all certificates and institutions, in lower hex. */
    String digest() {
        return digest;
    }

    private static String digestOf(Map<X509Certificate, Set<String>> institutions) {
        String lines = institutions.entrySet().stream()
                .map(entry -> thumbprint(entry.getKey()) + " " + String.join(" ", entry.getValue()) + "\n")
                .sorted()
                .collect(Collectors.joining());
        return Digest.sha256(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of a certificate, in lower hex. */
    static String thumbprint(X509Certificate certificate) {
        try {
            return Digest.sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed can be encoded", e);
        }
    }

    private static String institution(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !LegalEntityCode.isValid(name.group(1))) {
            throw new IllegalArgumentException(file + " is not named by an institution code;"
                    + " name it such as 190000008.crt or 190000008-director.crt");
        }
        return name.group(1);
    }

    private static X509Certificate certificate(Path file) throws IOException {
        Collection<?> certificates;
        try {
            certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (CertificateException e) {
            certificates = List.of();
        }
        if (certificates.size() != 1) {
            throw new IllegalArgumentException(
                    file + " must hold one certificate, in PEM or DER; that of its authority does not belong there");
        }
        X509Certificate certificate = (X509Certificate) certificates.iterator().next();
        if (!Algorithms.isTaken(certificate.getPublicKey())) {
            throw new IllegalArgumentException(
                    file + " has a key whose signatures are not taken; it must be " + Algorithms.KEYS.en());
        }
        return certificate;
    }
}
