package lt.mokiniai.kernel.scope;

import java.util.Optional;

/**
 * Where what a message writes comes from. It is kept with what is recorded, so that it can be told years later.
 *
 * @param receipt the number of the exchange in the message log
 * @param operation the operation that was asked, such as {@code enrolments/v1/enrolStudent}
 * @param party the code of the party that signed
 * @param institution the code of the institution that it wrote for
 * @param userId the user on whose behalf, where told
 */
public record Provenance(String receipt, String operation, String party, String institution, Optional<String> userId) {}
