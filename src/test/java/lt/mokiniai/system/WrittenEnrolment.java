package lt.mokiniai.system;

import java.util.Map;
import java.util.Objects;
import lt.mokiniai.tools.demo.DemoCast;

/**
 * An enrolment at the demo school that a test writes, in a programme of which a student may have several. The student is at
 * the school without it too, so that no population changes.
 *
 * @param id its identifier
 * @param version the one that was seen last
 */
record WrittenEnrolment(String id, String version) {

    /** Begins one; the answer of each later message gives its next version. */
    static WrittenEnrolment begin(Register register) {
        return of(register.as("school").asks("enrolStudent", beginning()).send());
    }

    static WrittenEnrolment of(Reply written) {
        if (written.status() != 200) {
            throw new AssertionError(written.toString());
        }
        return new WrittenEnrolment(
                Xml.child(written.content(), "enrolmentId").getTextContent(),
                Xml.child(written.content(), "version").getTextContent());
    }

    /** Tells whether an operation writes enrolments. */
    static boolean isWrittenBy(String operation) {
        return operation.equals("enrolStudent") || PARTS.containsKey(operation);
    }

    /** What stands in a request that is answered. */
    String content(String operation) {
        return named() + Objects.requireNonNull(PARTS.get(operation), operation) + OVERRULED;
    }

    /** What names it, and what was seen. */
    String named() {
        return "<m:enrolmentId>" + id + "</m:enrolmentId><m:version>" + version + "</m:version>";
    }

    /** What stands in a request that begins one. */
    static String beginning() {
        return Client.person(DemoCast.COMMUTER) + "<m:institution><m:kind>LEGAL_ENTITY</m:kind><m:code>"
                + DemoCast.SCHOOL + "</m:code></m:institution>"
                + "<m:programme>910701002</m:programme><m:enrolledFrom>2026-03-02</m:enrolledFrom>"
                + "<m:stage><m:form>GROUP</m:form><m:language>lt</m:language><m:className>Šachmatai</m:className></m:stage>"
                + OVERRULED;
    }

    /** Whatever the day is on which the test runs. */
    private static final String OVERRULED = "<m:overrule>MR-601</m:overrule>";

    private static final Map<String, String> PARTS = Map.of(
            "changeEnrolment",
            "<m:from>2026-09-15</m:from><m:stage><m:language>pl</m:language></m:stage>",
            "interruptEnrolment",
            "<m:from>2026-10-01</m:from><m:reason>ILLNESS</m:reason>",
            "resumeEnrolment",
            "<m:resumedFrom>2026-10-15</m:resumedFrom>",
            "withdrawStudent",
            "<m:enrolledTo>2026-10-31</m:enrolledTo><m:reason>OTHER</m:reason>",
            "correctEnrolment",
            "<m:reason>ENTRY_ERROR</m:reason><m:neverWas>true</m:neverWas>");
}
