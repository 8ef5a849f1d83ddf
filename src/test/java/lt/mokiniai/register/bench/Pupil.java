package lt.mokiniai.register.bench;

/** A pupil that stands in the register, by internal number and register identifier. */
public record Pupil(long number, String registerId) {}
