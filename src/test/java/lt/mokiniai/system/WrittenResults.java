package lt.mokiniai.system;

import org.w3c.dom.Element;

/** Results that a test writes: of an enrolment of its own at the demo school, which has no class level. */
final class WrittenResults {

    private static final String NAMED =
            "<m:kind>ANNUAL_PASS</m:kind><m:subject>FIZK</m:subject><m:schoolYear>2026</m:schoolYear>";

    private WrittenResults() {}

    /** Tells whether an operation writes results. */
    static boolean isWrittenBy(String operation) {
        return operation.equals("recordResults") || operation.equals("correctResults");
    }

    /** What stands in a request that is answered. */
    static String content(Register register, String operation) {
        String enrolmentId = WrittenEnrolment.begin(register).id();
        String recording = recording(enrolmentId);
        if (operation.equals("recordResults")) {
            return recording;
        }
        Reply recorded = register.as("school").asks("recordResults", recording).send();
        if (recorded.status() != 200) {
            throw new AssertionError(recorded.toString());
        }
        Element entry = Xml.child(recorded.content(), "written");
        return correcting(enrolmentId, Xml.child(entry, "version").getTextContent());
    }

    /** An entry that records one result. */
    static String recording(String enrolmentId) {
        return "<m:entry><m:enrolmentId>" + enrolmentId + "</m:enrolmentId><m:result>" + told("PASSED")
                + "</m:result></m:entry>";
    }

    private static String correcting(String enrolmentId, String version) {
        return "<m:reason>ENTRY_ERROR</m:reason><m:entry><m:enrolmentId>" + enrolmentId + "</m:enrolmentId><m:version>"
                + version + "</m:version><m:result><m:recorded>" + NAMED + "</m:recorded><m:right>" + told("FAILED")
                + "</m:right></m:result></m:entry>";
    }

    private static String told(String value) {
        return NAMED + "<m:passFail>" + value
                + "</m:passFail><m:decidedOn>2026-11-20</m:decidedOn><m:language>lt</m:language>";
    }
}
