package lt.mokiniai.register.bench;

/** A student that stands in the register, by internal number and register identifier. */
public record StoredStudent(long number, String registerId) {}
