package lt.mokiniai.register.load.together;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.load.histories.RecordTimes;
import lt.mokiniai.register.students.facts.PersonDistinct;
import lt.mokiniai.register.students.facts.PersonMerge;

/**
 * What records say of a student and others, as facts of persons who are in the register.
 *
 * @param numbers the internal numbers of the persons, by the keys of the students
 * @param chronicles what is to be recorded of them, by their numbers
 */
public record ToldLinks(Map<String, Long> numbers, Map<Long, Chronicle> chronicles) {

    /** The columns in which a record names others. */
    public static Stream<String> others(FormRecord record) {
        return record.kind() == RecordKind.MERGE ? Stream.of("into", "kept") : Stream.of("other");
    }

    /** The merge that is believed now; nothing where none is. */
    public static Optional<FormRecord> mergeOfNow(List<FormRecord> records) {
        return records.stream()
                .filter(record -> record.kind() == RecordKind.MERGE && record.text("believedUntil") == null)
                .findFirst();
    }

    /** Whether records say when something was known. */
    public static boolean haveTimes(List<FormRecord> records) {
        return records.stream()
                .anyMatch(record -> record.kind() == RecordKind.MERGE || record.time("recordedAt") != null);
    }

    /** Tells all of them. */
    public void tell(List<FormRecord> records) {
        records.forEach(this::tell);
    }

    private void tell(FormRecord record) {
        Instant recorded = RecordTimes.recorded(record);
        Chronicle own = chronicle(record.student());
        if (record.kind() == RecordKind.DISTINCT) {
            PersonDistinct distinct = PersonDistinct.between(
                    own.person(), chronicle(record.required("other")).person(), record.required("reason"));
            Objects.requireNonNull(chronicles.get(distinct.person().number()))
                    .at(recorded, history -> history.adds(distinct));
            return;
        }
        PersonMerge merge = new PersonMerge(
                own.person(),
                number(record.required("into")),
                number(record.required("kept")),
                record.time("mergedAt"),
                record.required("reason"));
        Term term = new Term(Objects.requireNonNull(record.date("validFrom")), record.date("validTo"));
        own.at(recorded, history -> history.asserts(merge, term));
        Instant until = record.time("believedUntil");
        if (until != null) {
            own.at(until, history -> history.strikes(merge));
        }
    }

    private long number(String key) {
        return Objects.requireNonNull(numbers.get(key));
    }

    private Chronicle chronicle(String key) {
        return Objects.requireNonNull(chronicles.get(number(key)));
    }
}
