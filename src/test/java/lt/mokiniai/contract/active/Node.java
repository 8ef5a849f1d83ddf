package lt.mokiniai.contract.active;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.platform.database.DatabaseProperties;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.platform.database.TestLimits;
import lt.mokiniai.platform.trust.RegisterKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** One node of a cluster: a folder of its own, and the database that all of them share. */
final class Node {

    private static final String SOUND = read(Path.of("src/test/resources/contracts/sound/contract.xml"));

    private final DataSource database;
    private final DatabaseProperties limits;
    private final Path folder;
    private final RegisterKeys keys;
    private SetChecks checks;
    private ActiveContracts contracts;

    private Node(DataSource database, DatabaseProperties limits, Path folder, RegisterKeys keys) {
        this.database = database;
        this.limits = limits;
        this.folder = folder;
        this.keys = keys;
        this.checks = checks();
        this.contracts = start();
    }

    /** A node whose folder holds these contracts. */
    static Node starting(DataSource database, Path temporary, String... contracts) {
        return new Node(
                database,
                TestLimits.lookingEvery(Duration.ofSeconds(10)),
                folder(temporary, contracts),
                keys(temporary, true));
    }

    /** A node that waits for the database for no longer than two seconds. */
    static Node inAHurry(DataSource database, Path temporary, String... contracts) {
        return new Node(database, TestLimits.ofSeconds(2), folder(temporary, contracts), keys(temporary, true));
    }

    /** A node that cannot answer a party that asks for RSA. */
    static Node withoutRsa(DataSource database, Path temporary, String... contracts) {
        return new Node(
                database,
                TestLimits.lookingEvery(Duration.ofSeconds(10)),
                folder(temporary, contracts),
                keys(temporary, false));
    }

    private ContractProperties properties() {
        return new ContractProperties(
                folder.toString(), true, null, null, DataSize.ofKilobytes(64), Duration.ofSeconds(2));
    }

    private SetChecks checks() {
        return new SetChecks(properties(), PublishedOperations.load(), keys);
    }

    private ActiveContracts start() {
        SetStore store = new SetStore(
                JdbcClient.create(database),
                new ExchangeTransactions(new JdbcTransactionManager(database), limits),
                Clock.systemUTC());
        return new ActiveContracts(properties(), checks, store);
    }

    void restarts() {
        checks = checks();
        contracts = start();
    }

    ActiveContracts contracts() {
        return contracts;
    }

    /** How many files were verified for the set that was read last. */
    int verified() {
        return checks.verified();
    }

    /** The id of the only contract in force. */
    String contract() {
        return contracts.current().all().stream().map(Contract::id).reduce("", String::concat);
    }

    /** Looks as often as it takes to see that the folder has come to rest. */
    void looks() {
        contracts.look();
        contracts.look();
    }

    void puts(String... texts) {
        write(folder, texts);
    }

    /** Gives a file another time, as {@code touch} does. */
    void touches(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.setLastModifiedTime(
                path, FileTime.fromMillis(Files.getLastModifiedTime(path).toMillis() + 5_000));
    }

    Path folder() {
        return folder;
    }

    static String contract(String id) {
        return SOUND.replace("MR-2026-101", id);
    }

    private static Path folder(Path temporary, String... texts) {
        try {
            Path folder = Files.createTempDirectory(temporary, "contracts");
            write(folder, texts);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String... texts) {
        try {
            for (int i = 0; i < texts.length; i++) {
                Files.writeString(folder.resolve(i + ".xml"), texts[i]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One at a time: nodes that start at once share the file. */
    private static synchronized RegisterKeys keys(Path temporary, boolean withRsa) {
        Map<String, TestPki.Pair> keys = withRsa
                ? Map.of("ec", TestPki.REGISTER_EC, "rsa", TestPki.REGISTER_RSA)
                : Map.of("ec", TestPki.REGISTER_EC);
        Path store = TestPki.keystore(temporary.resolve("keys-" + withRsa + ".p12"), "test", keys);
        return RegisterKeys.load(store, "test".toCharArray(), Clock.systemUTC());
    }
}
