package lt.mokiniai.register.reference.facts;

import java.time.Instant;

/**
 * A row that is believed.
 *
 * @param id its number
 * @param recordedAt since when it is believed
 */
public record FactRow(long id, Instant recordedAt, Span span) {}
