package lt.mokiniai.register.load.given;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lt.mokiniai.register.enrolments.rules.KeptOffers;
import lt.mokiniai.register.enrolments.rules.RequestedValues;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.load.histories.LoadRules;
import lt.mokiniai.register.reference.CodeEntries;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.reference.ReferenceRows;
import lt.mokiniai.register.results.TaughtProgramme;
import lt.mokiniai.register.students.writes.ToldIdentities;
import lt.mokiniai.register.times.OpenWrites;
import lt.mokiniai.register.times.OpenWrites.OpenWrite;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.ToldValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads reference data, and keeps the rules by it and by the code lists in memory: no student is looked up for by a question. */
@Component
public class KeptRules {

    private final CodeLists codes;
    private final ReadTimes times;
    private final ToldIdentities identities;
    private final ReferenceRows rows;
    private final OpenWrites writes;
    private final TransactionTemplate transaction;

    KeptRules(
            CodeLists codes,
            ReadTimes times,
            ToldIdentities identities,
            ReferenceRows rows,
            OpenWrites writes,
            PlatformTransactionManager transactions) {
        this.codes = codes;
        this.times = times;
        this.identities = identities;
        this.rows = rows;
        this.writes = writes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The rules, and what became of the reference data.
     *
     * @param reference how much of it was loaded, was there already, was refused
     */
    public record Kept(LoadRules rules, ReferenceLoad reference) {}

    /**
     * Loads records of reference data.
     *
     * @param isTried nothing is written
     * @param findings where all that is wrong is told
     */
    public Kept load(List<FormRecord> records, boolean isTried, Consumer<Finding> findings) {
        CodeEntries entries = codes.all();
        ToldValues values = new ToldValues(entries, times);
        ReferenceLoad reference = new ReferenceLoad(values, rows);
        reference.look(records, findings);
        if (!isTried) {
            transaction.executeWithoutResult(status -> {
                reference.write();
                OpenWrite write = writes.begin();
                rows.beginHistories(write.recordedAt());
                writes.settle(write);
            });
        }
        return new Kept(
                new LoadRules(
                        values,
                        identities.with(values),
                        new RequestedValues(values),
                        entries,
                        offers(reference),
                        modules(reference)),
                reference);
    }

    private static KeptOffers offers(ReferenceLoad reference) {
        KeptOffers offers = new KeptOffers();
        rows(reference, RecordKind.INSTITUTION).forEach(row -> offers.institution(row.text("code"), row.registered()));
        rows(reference, RecordKind.PROGRAMME)
                .forEach(row -> offers.programme(row.text("stateCode"), row.registered(), row.text("family")));
        rows(reference, RecordKind.LICENCE)
                .forEach(row -> offers.licence(
                        row.text("institution"), row.text("programme"), row.term("validFrom", "validTo")));
        return offers;
    }

    private static Map<String, TaughtProgramme> modules(ReferenceLoad reference) {
        Map<String, TaughtProgramme> modules = new HashMap<>();
        rows(reference, RecordKind.PROGRAMME)
                .forEach(row ->
                        modules.put(row.text("stateCode"), new TaughtProgramme(row.text("family"), new HashSet<>())));
        rows(reference, RecordKind.MODULE)
                .forEach(row -> Objects.requireNonNull(modules.get(row.text("programme")))
                        .modules()
                        .add(row.text("code")));
        return modules;
    }

    private static Stream<Row> rows(ReferenceLoad reference, RecordKind kind) {
        return reference.known(kind).stream().map(values -> new Row(kind, values));
    }

    /** What is known of an institution, a programme, a module or a licence, with values in the order of its columns. */
    private record Row(RecordKind kind, List<@Nullable Object> values) {

        private @Nullable Object value(String column) {
            return values.get(kind.place(column));
        }

        String text(String column) {
            return String.valueOf(value(column));
        }

        Term term(String first, String last) {
            return new Term((LocalDate) Objects.requireNonNull(value(first)), (LocalDate) value(last));
        }

        Term registered() {
            return term("registered", "deregistered");
        }
    }
}
