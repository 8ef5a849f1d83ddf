package lt.mokiniai.tools.command.loading;

import static lt.mokiniai.register.bench.TestProvenance.PROVENANCE;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.students.merging.StudentMerges;
import lt.mokiniai.wsdl.students.MergeStudents;
import lt.mokiniai.wsdl.students.SplitStudents;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a register on H2 as operations do, now. */
public final class WrittenRegister implements AutoCloseable {

    private final ConfigurableApplicationContext parts;
    private final TransactionTemplate transaction;

    private WrittenRegister(ConfigurableApplicationContext parts) {
        this.parts = parts;
        this.transaction = new TransactionTemplate(parts.getBean(PlatformTransactionManager.class));
    }

    public static WrittenRegister on(String address) {
        return new WrittenRegister(RegisterParts.start(
                List.of(
                        "--spring.datasource.url=" + address,
                        "--spring.datasource.username=sa",
                        "--spring.flyway.locations=classpath:db/migration/oracle,classpath:db/migration/common",
                        "--mokiniai.key.master=" + TestKeys.MASTER),
                false));
    }

    /** The agency, which sees everything. */
    private static Scope agency() {
        return ScopeBuilder.everything()
                .namingRestrictions("ADOPTION", "COURT")
                .actingFor("190000000", true)
                .build();
    }

    /** Merges a record into another. */
    public void merge(String merged, String kept) {
        MergeStudents request = new MergeStudents();
        request.setRegisterId(merged);
        request.setOtherRegisterId(kept);
        request.setReason("Vienas asmuo");
        within(() -> parts.getBean(StudentMerges.class).merge(request, agency()));
    }

    /** Tells a record apart from the one that it was merged into. */
    public void split(String apart) {
        SplitStudents request = new SplitStudents();
        request.setRegisterId(apart);
        request.setReason("Du asmenys");
        within(() -> parts.getBean(StudentMerges.class).split(request, agency()));
    }

    /** Registers somebody. */
    public void register(String registerId, Consumer<History> work) {
        within(() -> parts.getBean(HistoryStore.class).register(registerId, PROVENANCE, history -> {
            work.accept(history);
            return history;
        }));
    }

    /** Corrects what is believed of somebody. */
    public void correct(String registerId, Consumer<History> work) {
        Long person = parts.getBean(JdbcClient.class)
                .sql("SELECT id FROM person WHERE register_id = ?")
                .param(registerId)
                .query(Long.class)
                .single();
        within(() -> parts.getBean(HistoryStore.class).change(person, PROVENANCE, history -> {
            history.becauseOf("ENTRY_ERROR");
            work.accept(history);
            return history;
        }));
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    @Override
    public void close() {
        parts.close();
    }
}
