package lt.mokiniai.register.model;

import lt.mokiniai.wsdl.types.Enrolment;

/** Enrolments as a register tells them. */
final class ReadEnrolments {

    private ReadEnrolments() {}

    /** What is told of an enrolment, as the model says it. */
    static String told(Enrolment enrolment) {
        return enrolment.getInstitution().getCode() + " "
                + enrolment.getProgramme().getStateCode() + " " + enrolment.getEnrolledFrom() + ".."
                + enrolment.getEnrolledTo() + " until " + enrolment.getExpectedEnd() + " left "
                + (enrolment.getMovement() == null
                        ? null
                        : enrolment.getMovement().getReason())
                + " "
                + enrolment.getStage().stream()
                        .map(stage -> stage.getFrom() + ".." + stage.getTo() + " " + stage.getClassLevel() + " "
                                + stage.getLanguage())
                        .toList()
                + " "
                + enrolment.getInterruption().stream()
                        .map(each -> each.getFrom() + ".." + each.getTo() + " " + each.getReason())
                        .sorted()
                        .toList();
    }
}
