package lt.mokiniai.register.writing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lt.mokiniai.register.tokens.Seal;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the versions of records: the time as known at which one was seen, sealed and bound to the record. What
 * changed since then in what the caller sees is found by reading it at both times; so a change of what it does not see
 * neither blocks it nor shows.
 */
@Component
public class Versions {

    /** With the seal's own it is a multiple of three. */
    private static final int BYTES = Long.BYTES;

    private final Seal seal;

    Versions(Seal seal) {
        this.seal = seal;
    }

    /** Gives the version of a record as known at a time. */
    public String of(RecordName written, Instant knownAt) {
        ByteBuffer plain = ByteBuffer.allocate(BYTES).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, knownAt));
        return seal.seal(plain.array(), written.boundTo());
    }

    /** Gives the time as known at which a record had a version; nothing when it is no version of it. */
    Optional<Instant> knownAt(RecordName written, String version) {
        return seal.open(version, BYTES, written.boundTo())
                .map(plain -> Instant.EPOCH.plus(ByteBuffer.wrap(plain).getLong(), ChronoUnit.MICROS));
    }
}
