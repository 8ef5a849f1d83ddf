package lt.mokiniai.register.enrolments;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lt.mokiniai.register.tokens.Seal;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the versions of enrolments: the time as known at which one was seen, sealed and bound to the enrolment. What
 * changed since then in what the caller sees is found by reading it at both times; so a change of what it does not see
 * neither blocks it nor shows.
 */
@Component
class EnrolmentVersions {

    /** With the seal's own it is a multiple of three. */
    private static final int BYTES = Long.BYTES;

    private final Seal seal;

    EnrolmentVersions(Seal seal) {
        this.seal = seal;
    }

    /** Gives the version of an enrolment as known at a time. */
    String of(String enrolmentId, Instant knownAt) {
        ByteBuffer plain = ByteBuffer.allocate(BYTES).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, knownAt));
        return seal.seal(plain.array(), boundTo(enrolmentId));
    }

    /** Gives the time as known at which an enrolment had a version; nothing when it is no version of it. */
    Optional<Instant> knownAt(String enrolmentId, String version) {
        return seal.open(version, BYTES, boundTo(enrolmentId))
                .map(plain -> Instant.EPOCH.plus(ByteBuffer.wrap(plain).getLong(), ChronoUnit.MICROS));
    }

    private static String boundTo(String enrolmentId) {
        return "enrolment|" + enrolmentId;
    }
}
