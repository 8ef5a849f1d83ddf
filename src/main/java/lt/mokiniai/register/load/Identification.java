package lt.mokiniai.register.load;

import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.StudentRecords;
import org.jspecify.annotations.Nullable;

/**
 * What a record says that nobody else has, as it is believed now. What was believed of somebody wrongly may be another's.
 *
 * @param record that says it
 */
record Identification(Kind kind, String value, FormRecord record) {

    /** What a person, or an enrolment, is known by. */
    enum Kind {
        CODE("personalCode", LoadProblem.CODE_IN_REGISTER, LoadProblem.TWO_WITH_ONE_CODE),
        /** Also of who has a code by now: they are found by either. */
        FOREIGNER("foreignerId", LoadProblem.CODE_IN_REGISTER, LoadProblem.TWO_WITH_ONE_CODE),
        STUDENT("registerId", LoadProblem.REGISTER_ID_TAKEN, LoadProblem.REGISTER_ID_TAKEN),
        ENROLMENT("registerId", LoadProblem.REGISTER_ID_TAKEN, LoadProblem.REGISTER_ID_TAKEN);

        private final String column;
        private final LoadProblem inRegister;
        private final LoadProblem inFiles;

        Kind(String column, LoadProblem inRegister, LoadProblem inFiles) {
            this.column = column;
            this.inRegister = inRegister;
            this.inFiles = inFiles;
        }

        String column() {
            return column;
        }

        /** What is wrong when somebody in the register has it. */
        LoadProblem inRegister() {
            return inRegister;
        }

        /** What is wrong when two students of the files have it. */
        LoadProblem inFiles() {
            return inFiles;
        }
    }

    /** Gives those of a student. */
    static List<Identification> of(StudentRecords student) {
        return student.records().stream().flatMap(Identification::of).toList();
    }

    /** Gives those of a record. */
    static Stream<Identification> of(FormRecord record) {
        boolean isIdentity = record.kind() == RecordKind.IDENTITY;
        if ((!isIdentity && record.kind() != RecordKind.ENROLMENT) || record.text("believedUntil") != null) {
            return Stream.empty();
        }
        Stream<Identification> own = of(record, isIdentity ? Kind.STUDENT : Kind.ENROLMENT);
        if (!isIdentity) {
            return own;
        }
        return Stream.of(own, of(record, Kind.CODE), of(record, Kind.FOREIGNER)).flatMap(each -> each);
    }

    private static Stream<Identification> of(FormRecord record, Kind kind) {
        @Nullable String value = record.text(kind.column);
        return value == null ? Stream.empty() : Stream.of(new Identification(kind, value, record));
    }

    /** It does not print its value. */
    @Override
    public String toString() {
        return "Identification[" + kind + ", " + record.place() + "]";
    }
}
