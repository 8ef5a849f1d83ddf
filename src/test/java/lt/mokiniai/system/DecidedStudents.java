package lt.mokiniai.system;

import java.util.Set;

/**
 * Two records of students whom a test has the demo school register, and about whom the agency decides whether they are one.
 *
 * @param one the register id of the older one, which is kept
 * @param other that of the other one
 */
record DecidedStudents(String one, String other) {

    private static final Set<String> OPERATIONS = Set.of("mergeStudents", "splitStudents");

    /** Registers two without a personal code. */
    static DecidedStudents begin(Register register) {
        return new DecidedStudents(
                WrittenStudent.alone(register).id(),
                WrittenStudent.alone(register).id());
    }

    /** Registers two, and merges them. */
    static DecidedStudents merged(Register register) {
        DecidedStudents students = begin(register);
        Reply merged =
                register.as("agency").asks("mergeStudents", students.merging()).send();
        if (merged.status() != 200) {
            throw new AssertionError(merged.toString());
        }
        return students;
    }

    /** Tells whether an operation decides about records of students. */
    static boolean isDecidedBy(String operation) {
        return OPERATIONS.contains(operation);
    }

    /** What stands in a request that is answered. */
    static String content(Register register, String operation) {
        return operation.equals("mergeStudents")
                ? begin(register).merging()
                : merged(register).splitting();
    }

    String merging() {
        return "<m:registerId>" + one + "</m:registerId><m:otherRegisterId>" + other
                + "</m:otherRegisterId><m:reason>The same child, registered twice</m:reason>";
    }

    String splitting() {
        return "<m:registerId>" + other + "</m:registerId><m:reason>Two children of one name</m:reason>";
    }
}
