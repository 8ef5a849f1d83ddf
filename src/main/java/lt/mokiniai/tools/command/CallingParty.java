package lt.mokiniai.tools.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.tools.client.WsdlOperation;
import lt.mokiniai.tools.demo.DemoParty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who calls, with which key, and whom it trusts: a party of the demo, or one with a key of its own. */
final class CallingParty {

    @Option(names = "--as", paramLabel = "PARTY")
    private @Nullable String alias;

    @Option(names = "--keystore", paramLabel = "FILE")
    private @Nullable Path keystore;

    @Option(names = "--password", arity = "0..1", interactive = true)
    private char @Nullable [] password;

    @Option(names = "--client", paramLabel = "ID")
    private @Nullable String client;

    @Option(names = "--trust", paramLabel = "FILE")
    private @Nullable Path trust;

    @Option(names = "--folder", defaultValue = "${sys:mokiniai.demo.folder:-var/demo}")
    private Path folder;

    @Option(names = "--contracts", paramLabel = "FOLDER", defaultValue = "${sys:mokiniai.contract.folder:-contracts}")
    private Path contracts;

    /** Names the parties whose keys are in the folder: a name is mistyped more often than a demo is not started. */
    private static String keysIn(Path folder) {
        String[] files = folder.toFile().list((parent, name) -> name.endsWith(".p12"));
        String names = Arrays.stream(files == null ? new String[0] : files)
                .map(name -> name.substring(0, name.length() - ".p12".length()))
                .filter(name -> !name.equals("ca") && !name.equals("register") && !name.endsWith("-signatory"))
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no key at all; a demo start makes the parties' keys" : names;
    }

    SigningKey key(CommandSpec spec) {
        if ((alias == null) == (keystore == null)) {
            throw new ParameterException(spec.commandLine(), "who calls? --as PARTY, or --keystore FILE");
        }
        Path file = keystore == null ? folder.resolve(alias + ".p12") : keystore;
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no " + file + (keystore == null ? "; there is " + keysIn(folder) : ""));
        }
        return SigningKey.load(file, password == null ? "demo".toCharArray() : password);
    }

    /** The subsystem whose contract names the certificate and grants the operation; where none grants it, any. */
    XRoadId client(WsdlOperation operation, X509Certificate certificate, CommandSpec spec) {
        if (client != null) {
            try {
                return XRoadId.parse(client);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
            }
        }
        if (DemoParty.of(certificate.getSubjectX500Principal())
                .filter(DemoParty.REVOKED::equals)
                .isPresent()) {
            return XRoadId.parse("LT-DEMO/GOV/190000999/revoked");
        }
        if (!Files.isDirectory(contracts)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no folder " + contracts + " to find the party's contract in; --client?");
        }
        ContractSet known = new SetReader(PublishedOperations.load())
                .read(new ContractFolder(contracts, ContractFolder.LARGEST_FILE).files());
        try {
            Party party = known.partyOf(certificate);
            return known.of(party).stream()
                    .filter(contract -> contract.grantOf(operation.id()).isPresent())
                    .findFirst()
                    .map(contract -> contract.party().client())
                    .orElseGet(party::client);
        } catch (ExchangeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no contract names the certificate " + certificate.getSubjectX500Principal() + "; --client?");
        }
    }

    Path trust() {
        return trust == null ? folder.resolve("ca.crt") : trust;
    }

    /** Whom an answer must be signed by, where the folder tells; else everyone who is trusted. */
    @Nullable
    X500Principal registerSubject() {
        Path register = folder.resolve("register.crt");
        if (trust != null || !Files.isRegularFile(register)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(register)) {
            return ((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in))
                    .getSubjectX500Principal();
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(register + " cannot be read", e);
        }
    }
}
