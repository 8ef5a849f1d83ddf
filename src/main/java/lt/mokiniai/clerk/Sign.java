package lt.mokiniai.clerk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lt.mokiniai.security.SigningKey;
import lt.mokiniai.signature.ContractSigner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a contract for one party. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Signs a sound contract for one party; it is signed twice, once by each.",
            "No letter of its text changes: a signature is put in at its end.",
        },
        footer = {"", "Exit code: 0 signed, 1 not signed, 2 wrong usage."})
final class Sign implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The contract.")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "KEYSTORE", description = "A PKCS#12 file.")
    private Path keystore = Path.of("");

    @Option(names = "--alias", description = "The key in it (default: the only one).")
    private @Nullable String alias;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The first line is its password (default: asked for at a terminal).")
    private @Nullable Path passwordFile;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: the contract itself).")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ContractFiles files = new ContractFiles(spec);
        byte[] contract = files.bytes(file);
        // Nobody should sign what the register would not take.
        files.contract(file);
        files.bytes(keystore);
        char[] password = password(files);
        SigningKey key =
                alias == null ? SigningKey.load(keystore, password) : SigningKey.load(keystore, password, alias);
        byte[] signed = new ContractSigner(key.key(), key.certificate()).sign(contract);
        Path written = out == null ? file : out;
        Files.write(written, signed);
        spec.commandLine()
                .getOut()
                .println("Signed by " + key.certificate().getSubjectX500Principal() + ": " + written);
        return 0;
    }

    private char[] password(ContractFiles files) throws IOException {
        if (passwordFile != null) {
            files.bytes(passwordFile);
            return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
        }
        return ContractFiles.terminal()
                .map(terminal -> terminal.readPassword("Password of %s: ", keystore))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--password-file is missing: the password of " + keystore));
    }
}
