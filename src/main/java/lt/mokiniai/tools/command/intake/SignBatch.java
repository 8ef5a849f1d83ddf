package lt.mokiniai.tools.command.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import lt.mokiniai.contract.signatures.ContractSigner;
import lt.mokiniai.contract.signatures.FileBeside;
import lt.mokiniai.contract.signatures.NotSigned;
import lt.mokiniai.intake.transport.files.BatchFiles;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a file of a source register, as its source would: for whoever has no other tool for it, and to try things. */
@Command(name = "sign", mixinStandardHelpOptions = true)
final class SignBatch implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "KEYSTORE")
    private Path keystore = Path.of("");

    @Option(names = "--password-file", required = true, paramLabel = "FILE")
    private Path passwordFile = Path.of("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String password = Files.readString(passwordFile).lines().findFirst().orElse("");
        SigningKey key = SigningKey.load(keystore, password.toCharArray());
        BatchFiles batch = BatchFiles.of(file);
        byte[] signed;
        try {
            signed = signed(batch, new ContractSigner(key.key(), key.certificate()));
        } catch (NotSigned refused) {
            throw new IllegalArgumentException(language.of(refused.why()), refused);
        }
        Path part = batch.signed().resolveSibling(batch.signed().getFileName() + ".part");
        Files.write(part, signed);
        Files.move(part, batch.signed(), StandardCopyOption.REPLACE_EXISTING);
        spec.commandLine()
                .getOut()
                .println(language.say("transport.signed", key.certificate().getSubjectX500Principal(), batch.signed()));
        return 0;
    }

    private static byte[] signed(BatchFiles batch, ContractSigner signer) throws IOException {
        byte[] document = Files.readAllBytes(batch.signed());
        if (batch.data().isEmpty()) {
            return signer.sign(document);
        }
        Path data = batch.data().get();
        return signer.sign(document, new FileBeside(String.valueOf(data.getFileName()), data));
    }
}
