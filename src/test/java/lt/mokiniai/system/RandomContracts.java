package lt.mokiniai.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import lt.mokiniai.Fork;
import lt.mokiniai.contract.active.ActiveContracts;

/** A running register whose folder holds two contracts: one that grants everything, and one that changes. */
final class RandomContracts {

    /** The party that may have all. */
    static final String ALL = "everything";

    /** The party of the contract that changes. */
    static final String PARTY = "cases";

    private static final String TERM = "2020-01-01 2099-12-31";

    private final String name;
    private final Path folder;
    private final Path file;
    private int version;

    /** @param name of the database and the folder */
    RandomContracts(String name) {
        this.name = name;
        this.folder = Fork.folder("exchange/" + name + "-contracts");
        this.file = folder.resolve("random.xml");
    }

    /** Starts it; its statements are watched. */
    Register start() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            Path everything = folder.resolve("everything.xml");
            String grants = TestContracts.grantsOfEverything();
            Files.writeString(everything, TestContracts.contract("901 " + ALL, "190000905", "in-force", TERM, grants));
            return Register.watched(Map.of(
                    "spring.datasource.url",
                    "jdbc:h2:mem:" + name
                            + ";MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000",
                    "mokiniai.contract.folder",
                    folder.toString(),
                    // What is asked here is what a contract lets out; who signs it is another rule's test.
                    "mokiniai.contract.unsigned",
                    "true",
                    "mokiniai.contract.look-every",
                    "10ms"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a contract of these grants into force, and gives it as it is read from its file. */
    ContractFile inForce(Register register, Collection<RandomGrant> grants) {
        version++;
        try {
            String xml = grants.stream().map(RandomGrant::xml).collect(Collectors.joining());
            String contract = TestContracts.contract("905 " + PARTY, "190000944", "in-force", TERM, xml)
                    .replace("version=\"1\" kind", "version=\"" + version + "\" kind");
            Path next = Files.writeString(folder.resolve("next"), contract);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String wanted = String.valueOf(version);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> register.bean(ActiveContracts.class).current().all().stream()
                        .anyMatch(contract -> contract.file().equals("random.xml")
                                && contract.version().equals(wanted)));
        return ContractFile.in(folder).stream()
                .filter(contract -> contract.party().equals(PARTY))
                .findFirst()
                .orElseThrow();
    }
}
