package lt.mokiniai.description;

import java.time.LocalDate;

/**
 * What a narrowed description says of itself.
 *
 * @param contract the id of the contract that it is narrowed to, such as {@code MR-2026-014}
 * @param version the contract's version
 * @param date the first day of that version
 * @param recipientLt for whom it is, in Lithuanian
 * @param recipientEn for whom it is, in English
 */
public record Heading(String contract, String version, LocalDate date, String recipientLt, String recipientEn) {

    String lt() {
        return "Aprašas susiaurintas pagal sutartį %s, versija %s, %s; gavėjas – %s. Čia yra tik tai, ką ji leidžia."
                .formatted(contract, version, date, recipientLt);
    }

    String en() {
        return "This description is narrowed to contract %s, version %s of %s, for %s. It holds what that allows, and no more."
                .formatted(contract, version, date, recipientEn);
    }
}
