package lt.mokiniai.register.enrolments.closing;

import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.kernel.InstitutionCode;

/**
 * What becomes of an enrolment in an institution that closes.
 *
 * @param lastDay of the institution, or an earlier one on which the student left
 * @param successor where the study goes on; nothing where it ends
 * @param reason of leaving (code list LEAVING_REASON)
 */
record Closing(LocalDate lastDay, Optional<InstitutionCode> successor, String reason) {}
