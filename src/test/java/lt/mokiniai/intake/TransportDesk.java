package lt.mokiniai.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.signatures.ContractSigner;
import lt.mokiniai.contract.signatures.FileBeside;
import lt.mokiniai.exchange.security.TestPki.Pair;
import lt.mokiniai.intake.deliveries.DeliveryWorker;
import lt.mokiniai.intake.example.ExampleMapper;
import lt.mokiniai.intake.transport.Delivered;
import lt.mokiniai.intake.transport.SupplierContracts;
import lt.mokiniai.intake.transport.TestSource;
import lt.mokiniai.intake.transport.files.BatchFiles;
import lt.mokiniai.intake.transport.files.FileDeliveries;
import lt.mokiniai.intake.transport.pulling.PulledSources;
import lt.mokiniai.intake.transport.pulling.PulledSources.Pulled;
import lt.mokiniai.platform.trust.RevocationLists;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.form.Finding;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transports as a test has them in hand. */
public final class TransportDesk {

    private static final List<String> TABLES = List.of(
            "delivery_held", "delivery_finding", "delivery_record", "delivery", "source_series", "task", "message_log");

    private final ApplicationContext beans;
    private final List<Finding> findings = new ArrayList<>();

    TransportDesk(ApplicationContext beans) {
        this.beans = beans;
    }

    public void clear() {
        TABLES.forEach(table -> jdbc().sql("DELETE FROM " + table).update());
        examples().begin();
        clock().set(SettableClock.noon(SettableClock.TODAY));
        source().begin(bean(TrustedAuthorities.class), bean(RevocationLists.class), clock());
        contracts().begin();
        findings.clear();
    }

    public JdbcClient jdbc() {
        return beans.getBean(JdbcClient.class);
    }

    private ExampleMapper examples() {
        return beans.getBean(ExampleMapper.class);
    }

    /** How often the record of a code was written. */
    public int changes(String code) {
        return examples().changes(code);
    }

    /** What is recorded of a code: its value, its parent, and whether it has ended. */
    public String recorded(String code) {
        return String.valueOf(examples().recorded().get(code));
    }

    public TestSource source() {
        return TestSource.SHARED;
    }

    public SupplierContracts contracts() {
        return beans.getBean(SupplierContracts.class);
    }

    public SettableClock clock() {
        return beans.getBean(SettableClock.class);
    }

    public <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /** Delivers a file, and applies what was taken. */
    public Optional<Delivered> delivers(Path file) {
        Optional<Delivered> delivered =
                beans.getBean(FileDeliveries.class).deliver(BatchFiles.of(file), "operator", findings::add);
        beans.getBean(DeliveryWorker.class).turn();
        return delivered;
    }

    /** Asks the source, and applies what it answered. */
    public Pulled pulls() {
        Pulled pulled = beans.getBean(PulledSources.class).pull("examples", "operator", findings::add);
        beans.getBean(DeliveryWorker.class).turn();
        return pulled;
    }

    /** What was found since it was asked last, {@code MR-S603 file.xml:2}. */
    public List<String> found() {
        List<String> found = findings.stream()
                .map(finding -> finding.code() + " " + finding.place().file() + ":"
                        + finding.place().line())
                .toList();
        findings.clear();
        return found;
    }

    /** The codes of the records that are recorded. */
    public List<String> recorded() {
        return List.copyOf(examples().recorded().keySet());
    }

    public long count(String table) {
        return jdbc().sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    /** Gives a place for a file in a folder of its own. */
    public static Path temporary(String name) {
        try {
            return Files.createTempDirectory("transport").resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs a document by a signature in itself. */
    public static Path signed(Path file, String text, Pair signer) {
        try {
            return Files.write(
                    file,
                    new ContractSigner(signer.key(), signer.certificate()).sign(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs a file by a note beside it, and gives the file. */
    public static Path signed(Path data, String content, String note, Pair signer) {
        try {
            Files.writeString(data, content);
            Files.write(
                    data.resolveSibling(data.getFileName() + ".delivery.xml"),
                    new ContractSigner(signer.key(), signer.certificate())
                            .sign(
                                    note.getBytes(StandardCharsets.UTF_8),
                                    new FileBeside(String.valueOf(data.getFileName()), data)));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
