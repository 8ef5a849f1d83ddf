package lt.mokiniai.register.reference;

import java.time.LocalDate;

/** Which codes the lists have: as the database tells it, or as it was read before. */
public interface Codes {

    /** Tells whether a list has a value on a day. */
    boolean has(String list, String code, LocalDate day);
}
