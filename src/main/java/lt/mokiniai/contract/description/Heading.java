package lt.mokiniai.contract.description;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a narrowed description says of itself.
 *
 * @param contracts the contracts that it is narrowed to, one at least
 * @param recipientLt for whom it is, in Lithuanian
 * @param recipientEn for whom it is, in English
 */
public record Heading(List<Source> contracts, String recipientLt, String recipientEn) {

    /** Keeps its own copy of the contracts. */
    public Heading {
        contracts = List.copyOf(contracts);
    }

    /**
     * A contract that a description is narrowed to.
     *
     * @param contract its id, such as {@code MR-2026-014}
     * @param version its version
     * @param date the first day of that version
     * @param edition of the data items that it was written for
     */
    public record Source(String contract, String version, LocalDate date, int edition) {}

    /** The newest edition that one of the contracts was written for. */
    int edition() {
        return contracts.stream().mapToInt(Source::edition).max().orElse(1);
    }

    String lt() {
        return "Aprašas susiaurintas pagal %s %s; gavėjas – %s. Čia yra tik tai, ką %s leidžia."
                .formatted(
                        isOfOne() ? "sutartį" : "sutartis",
                        joined("%s, versija %s, %s, duomenų sąrašo laida %s"),
                        recipientLt,
                        isOfOne() ? "ji" : "jos");
    }

    String en() {
        return "This description is narrowed to %s %s, for %s. It holds what %s, and no more."
                .formatted(
                        isOfOne() ? "contract" : "contracts",
                        joined("%s, version %s of %s, edition %s of the data items"),
                        recipientEn,
                        isOfOne() ? "that allows" : "those allow");
    }

    private boolean isOfOne() {
        return contracts.size() == 1;
    }

    private String joined(String form) {
        return contracts.stream()
                .map(source -> form.formatted(source.contract(), source.version(), source.date(), source.edition()))
                .collect(Collectors.joining("; "));
    }
}
