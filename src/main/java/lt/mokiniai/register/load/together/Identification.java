package lt.mokiniai.register.load.together;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.StudentRecords;
import lt.mokiniai.register.history.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * What a record says that nobody else has, as it is believed now. What was believed of somebody wrongly may be another's; what was
 * given up because a record was merged leads to the student whose record was kept.
 *
 * @param owner the key of the student whom it leads to
 * @param record that says it
 */
public record Identification(Kind kind, String value, String owner, FormRecord record) {

    /** What a person, an enrolment or a certificate is known by. */
    public enum Kind {
        CODE("personalCode", LoadProblem.CODE_IN_REGISTER, LoadProblem.TWO_WITH_ONE_CODE),
        /** Also of who has a code by now: they are found by either. */
        FOREIGNER("foreignerId", LoadProblem.CODE_IN_REGISTER, LoadProblem.TWO_WITH_ONE_CODE),
        STUDENT("registerId", LoadProblem.REGISTER_ID_TAKEN, LoadProblem.REGISTER_ID_TAKEN),
        ENROLMENT("registerId", LoadProblem.REGISTER_ID_TAKEN, LoadProblem.REGISTER_ID_TAKEN),
        /** A certificate, by its number in the register of diplomas. */
        REGISTRATION("registrationNumber", LoadProblem.NUMBER_IN_REGISTER, LoadProblem.TWO_WITH_ONE_NUMBER),
        /** A certificate, by series and number of its form. */
        PAPER("documentNumber", LoadProblem.NUMBER_IN_REGISTER, LoadProblem.TWO_WITH_ONE_NUMBER),
        /** Names and birth date of who has neither code nor identifier: they may be two, which is told. */
        NAMES("givenNames", null, null);

        private final String column;
        private final @Nullable LoadProblem inRegister;
        private final @Nullable LoadProblem inFiles;

        Kind(String column, @Nullable LoadProblem inRegister, @Nullable LoadProblem inFiles) {
            this.column = column;
            this.inRegister = inRegister;
            this.inFiles = inFiles;
        }

        /** Whether who has it too is loaded all the same. */
        public boolean isWarning() {
            return inFiles == null;
        }

        /** Whether it is a certificate's. */
        boolean isOfCertificate() {
            return this == REGISTRATION || this == PAPER;
        }
    }

    /** What is told when somebody in the register has it. */
    public Finding inRegister() {
        return finding(kind.inRegister);
    }

    /** What is told when two students of the files have it. */
    public Finding inFiles() {
        return finding(kind.inFiles);
    }

    private Finding finding(@Nullable LoadProblem problem) {
        return problem == null
                ? new Finding(
                        record.place(),
                        ExchangeError.ALIKE_REGISTERED.code(),
                        kind.column,
                        Problem.at(kind.column, ExchangeError.ALIKE_REGISTERED).message(),
                        true)
                : problem.at(record.place(), kind.column);
    }

    /** Gives those of a student. */
    public static List<Identification> of(StudentRecords student) {
        Map<Instant, String> merged = new HashMap<>();
        student.of(RecordKind.MERGE).stream()
                .filter(merge -> merge.text("believedUntil") == null)
                .forEach(merge -> merged.put(Objects.requireNonNull(merge.time("mergedAt")), merge.required("kept")));
        Set<String> standing = new HashSet<>();
        student.of(RecordKind.CERTIFICATE_STATE).stream()
                .filter(state -> state.text("believedUntil") == null)
                .forEach(state -> standing.add(state.required("certificate")));
        return student.records().stream()
                .flatMap(record -> switch (record.kind()) {
                    case IDENTITY -> ofIdentity(record, keptAs(record, merged));
                    case ENROLMENT -> ofEnrolment(record);
                    case CERTIFICATE ->
                        standing.contains(record.required("certificate"))
                                ? ofCertificate(record)
                                : Stream.<Identification>empty();
                    default -> Stream.<Identification>empty();
                })
                .toList();
    }

    /** Gives the numbers that two certificates of one student have. */
    public static Stream<Identification> repeated(List<Identification> identifications) {
        Set<String> seen = new HashSet<>();
        return identifications.stream()
                .filter(each -> each.kind().isOfCertificate())
                .filter(each -> !seen.add(each.kind() + each.value()));
    }

    /** Gives those of a student that lead to another, whose record was kept. */
    public static List<Identification> formerOf(StudentRecords student) {
        return of(student).stream()
                .filter(each -> !each.owner().equals(student.key()))
                .toList();
    }

    private static @Nullable String keptAs(FormRecord identity, Map<Instant, String> merged) {
        Instant until = identity.time("believedUntil");
        return until == null ? null : merged.get(until);
    }

    /** @param keptAs the key of the student in whose record this one was given up; nothing where it was not */
    private static Stream<Identification> ofIdentity(FormRecord record, @Nullable String keptAs) {
        Stream<Identification> own = of(record, Kind.STUDENT, record.text("registerId"), record.student());
        if (record.text("believedUntil") == null) {
            return Stream.of(own, ofPerson(record, record.student()), ofNames(record))
                    .flatMap(each -> each);
        }
        return keptAs == null ? own : Stream.concat(own, ofPerson(record, keptAs));
    }

    /** Gives code and identifier of who is told. */
    static Stream<Identification> ofPerson(FormRecord record, String owner) {
        return Stream.concat(
                of(record, Kind.CODE, record.text("personalCode"), owner),
                of(record, Kind.FOREIGNER, record.text("foreignerId"), owner));
    }

    /** Gives names and birth date of who has nothing else. */
    private static Stream<Identification> ofNames(FormRecord record) {
        if (record.text("personalCode") != null || record.text("foreignerId") != null) {
            return Stream.empty();
        }
        String key = NameKeys.key(record.required("givenNames"), record.required("familyName"));
        return of(record, Kind.NAMES, key + "|" + record.required("birthDate"), record.student());
    }

    private static Stream<Identification> ofEnrolment(FormRecord record) {
        return record.text("believedUntil") == null
                ? of(record, Kind.ENROLMENT, record.text("registerId"), record.student())
                : Stream.empty();
    }

    /** Gives the numbers of a certificate. */
    private static Stream<Identification> ofCertificate(FormRecord record) {
        String series = record.text("series");
        String number = record.text("documentNumber");
        return Stream.concat(
                of(record, Kind.REGISTRATION, record.text("registrationNumber"), record.student()),
                of(
                        record,
                        Kind.PAPER,
                        series == null || number == null ? null : series + "|" + number,
                        record.student()));
    }

    /** Gives what a record says by itself: of an identity that was given up only who else may never be known by it. */
    static Stream<Identification> of(FormRecord record) {
        return switch (record.kind()) {
            case IDENTITY -> ofIdentity(record, null);
            case ENROLMENT -> ofEnrolment(record);
            case CERTIFICATE -> ofCertificate(record);
            default -> Stream.empty();
        };
    }

    private static Stream<Identification> of(FormRecord record, Kind kind, @Nullable String value, String owner) {
        return value == null ? Stream.empty() : Stream.of(new Identification(kind, value, owner, record));
    }

    /** It does not print its value. */
    @Override
    public String toString() {
        return "Identification[" + kind + ", " + record.place() + "]";
    }
}
