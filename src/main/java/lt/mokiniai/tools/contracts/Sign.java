package lt.mokiniai.tools.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lt.mokiniai.contract.files.BrokenContracts;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.signatures.ContractSigner;
import lt.mokiniai.contract.signatures.NotSigned;
import lt.mokiniai.contract.signatures.Signatories;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PromptedValues;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a contract for one party. */
@Command(name = "sign", mixinStandardHelpOptions = true, sortOptions = false)
final class Sign implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "KEYSTORE")
    private Path keystore = Path.of("");

    @Option(names = "--alias")
    private @Nullable String alias;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--signatories", paramLabel = "FOLDER")
    private @Nullable Path signatories;

    @Option(names = "--register", paramLabel = "CODE")
    private @Nullable String register;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** A signature as it is printed for programs. */
    record Signed(boolean signed, String by, Set<String> institutions, Optional<Text> warning, String written) {}

    /** That nobody has signed, as it is printed for programs. */
    record Refused(boolean signed, String reason) {}

    @Override
    public Integer call() throws IOException {
        ContractFiles files = new ContractFiles(spec);
        byte[] bytes = files.bytes(file);
        Contract contract;
        try {
            // Nobody should sign what the register would not take.
            contract = files.contract(file);
        } catch (BrokenContracts broken) {
            files.printUnsound(broken, json, List.of(language.language()));
            return 1;
        }
        files.bytes(keystore);
        if (register != null && !LegalEntityCode.isValid(register)) {
            throw new ParameterException(spec.commandLine(), new PromptedValues(language).notACode(register));
        }
        char[] password = password(files);
        try {
            sign(contract, bytes, password, files);
            return 0;
        } catch (NotSigned refused) {
            return refused(new IllegalArgumentException(language.of(refused.why()), refused), files);
        } catch (IllegalArgumentException refused) {
            return refused(refused, files);
        }
    }

    private int refused(IllegalArgumentException why, ContractFiles files) {
        if (!json) {
            throw why;
        }
        files.printJson(new Refused(false, String.valueOf(why.getMessage())));
        return 1;
    }

    private void sign(Contract contract, byte[] bytes, char[] password, ContractFiles files) throws IOException {
        SigningKey key =
                alias == null ? SigningKey.load(keystore, password) : SigningKey.load(keystore, password, alias);
        SignerSide side = SignerSide.of(
                key.certificate(),
                contract,
                Optional.ofNullable(signatories).map(Signatories::load),
                Optional.ofNullable(register).map(LegalEntityCode::new));
        side.refusal().ifPresent(why -> {
            throw new IllegalArgumentException(language.of(why));
        });
        Path written = out == null ? file : out;
        replace(written, new ContractSigner(key.key(), key.certificate()).sign(bytes));
        String by = key.certificate().getSubjectX500Principal().toString();
        if (json) {
            files.printJson(new Signed(true, by, side.institutions(), side.warning(), written.toString()));
            return;
        }
        String whom = String.join(", ", side.institutions());
        spec.commandLine()
                .getOut()
                .println(
                        whom.isEmpty()
                                ? language.say("sign.signed", by, written)
                                : language.say("sign.signed-for", by, whom, written));
        side.warning().ifPresent(warning -> spec.commandLine().getErr().println("mokiniai: " + language.of(warning)));
    }

    /** The file may carry the only signature of the other side: it is whole at every moment. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Path beside = Files.write(file.resolveSibling(file.getFileName() + ".part"), bytes);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private char[] password(ContractFiles files) throws IOException {
        if (passwordFile != null) {
            files.bytes(passwordFile);
            return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
        }
        return ContractFiles.terminal()
                .map(terminal -> terminal.readPassword("%s: ", language.say("sign.password", keystore)))
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), language.say("sign.no-password", keystore)));
    }
}
