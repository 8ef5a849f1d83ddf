package lt.mokiniai.register.load.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.StudentRecords;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.RegisterIds;
import lt.mokiniai.register.history.Term;

/** One student while their records are read: the facts that they say, and what is wrong with them. */
final class StudentFrame {

    private final StudentRecords records;
    private final Chronicle chronicle;
    private final LoadRules rules;
    private final RecordTimes times;
    private final StudentFindings findings;
    private final List<TimedFact> facts = new ArrayList<>();
    private boolean isComplete = true;

    StudentFrame(
            StudentRecords records, Chronicle chronicle, LoadRules rules, RecordTimes times, StudentFindings findings) {
        this.records = records;
        this.chronicle = chronicle;
        this.rules = rules;
        this.times = times;
        this.findings = findings;
    }

    List<FormRecord> records(RecordKind kind) {
        return records.of(kind);
    }

    Chronicle chronicle() {
        return chronicle;
    }

    Person person() {
        return chronicle.person();
    }

    LoadRules rules() {
        return rules;
    }

    RecordTimes times() {
        return times;
    }

    StudentFindings findings() {
        return findings;
    }

    /** The facts, by kind, then as they stand in the files. */
    List<TimedFact> facts() {
        return facts;
    }

    /** Whether each record could be made a fact, so that the history can be looked at. */
    boolean isComplete() {
        return isComplete;
    }

    /** A record could not be made a fact. */
    void isLacking() {
        isComplete = false;
    }

    /** What a column names is not there; it is told, unless it is in the files and wrong itself, which was told. */
    void lacks(FormRecord record, String column, RecordKind kind) {
        boolean isInFiles = records(kind).stream()
                .anyMatch(each -> each.required(kind.element()).equals(record.required(column)));
        if (!isInFiles) {
            findings.tell(record, column, LoadProblem.UNKNOWN_KEY);
        }
        isLacking();
    }

    /** Gives the identifier that the records of one key say, or a new one. */
    static String registerId(List<FormRecord> records, StudentFindings findings) {
        Optional<FormRecord> told =
                records.stream().filter(each -> each.text("registerId") != null).findFirst();
        if (told.isEmpty()) {
            return RegisterIds.next();
        }
        String registerId = told.get().required("registerId");
        if (!MessageTypes.isOf("RegisterId", registerId)) {
            findings.tell(told.get(), "registerId", LoadProblem.NOT_A_REGISTER_ID);
        }
        records.stream()
                .filter(each -> !registerId.equals(each.text("registerId")))
                .forEach(each -> findings.tell(each, "registerId", LoadProblem.KEY_OF_ANOTHER));
        return registerId;
    }

    /**
     * Adds what a record says.
     *
     * @param content gives the fact; nothing where the record cannot be one, which it tells
     */
    Optional<TimedFact> add(FormRecord record, Function<Term, Optional<? extends Fact>> content) {
        MessageTypes.look(record, findings);
        Optional<Term> term = RecordTimes.term(record, findings);
        Optional<RecordTimes.Belief> belief = times.belief(record, findings);
        term.ifPresent(days -> {
            rules.values().day(findings.of(record), days.from(), "validFrom");
            rules.values().day(findings.of(record), days.to(), "validTo");
        });
        Optional<? extends Fact> fact = term.flatMap(content);
        if (fact.isEmpty() || belief.isEmpty()) {
            isLacking();
            return Optional.empty();
        }
        TimedFact timed = new TimedFact(record, fact.get(), term.orElseThrow(), belief.get());
        facts.add(timed);
        return Optional.of(timed);
    }
}
