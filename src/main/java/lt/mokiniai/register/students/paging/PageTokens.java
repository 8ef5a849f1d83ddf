package lt.mokiniai.register.students.paging;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.register.tokens.Seal;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the tokens of pages. A token holds where the next page begins and the two times of the first page, so
 * that all pages tell of one moment. It is sealed, since the place is a number of a student, and bound to its question and
 * to whom it was given: with other criteria, for another party or under another contract it does not open.
 */
@Component
public class PageTokens {

    private static final int PLACE_BYTES = 4 * Long.BYTES;

    private final Seal seal;

    PageTokens(Seal seal) {
        this.seal = seal;
    }

    /**
     * Gives the token of a place.
     *
     * @param boundTo the question, and to whom it is answered
     */
    public String issue(Place place, String boundTo) {
        ByteBuffer plain = ByteBuffer.allocate(PLACE_BYTES)
                .putLong(place.after().rank())
                .putLong(place.after().id())
                .putLong(place.validOn().toEpochDay())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place.knownAt()));
        return seal.seal(plain.array(), boundTo);
    }

    /**
     * Gives the place that a token holds.
     *
     * @throws ExchangeException {@code MR-406} when the token is not one of ours, or was not given for this; which, is not told
     */
    public Place open(String token, String boundTo) {
        ByteBuffer place = ByteBuffer.wrap(seal.open(token, PLACE_BYTES, boundTo)
                .orElseThrow(
                        () -> ExchangeException.of(ExchangeError.PAGE_TOKEN).at("pageToken")));
        return new Place(
                new Listed(place.getLong(), place.getLong()),
                LocalDate.ofEpochDay(place.getLong()),
                Instant.EPOCH.plus(place.getLong(), ChronoUnit.MICROS));
    }
}
