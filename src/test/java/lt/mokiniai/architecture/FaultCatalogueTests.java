package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.Test;

/** The catalogue of refusals: stable codes, both languages, and the document made from it. */
class FaultCatalogueTests {

    private static final Map<Character, String> RANGES = new TreeMap<>(Map.of(
            '1', "The message",
            '2', "The signature and the certificate",
            '3', "The contract",
            '4', "The request",
            '5', "The register",
            '7', "Deliveries of source registers",
            '9', "The register's own troubles"));

    @Test
    void everyCodeIsUsedOnce() {
        assertThat(Arrays.stream(ExchangeError.values()).map(ExchangeError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MR-[1-79][0-9]{2}"));
    }

    @Test
    void everyRefusalSpeaksBothLanguagesAndNamesItsParticularsInBoth() {
        for (ExchangeError error : ExchangeError.values()) {
            assertThat(error.messageLt("@").contains("@"))
                    .as(error.code())
                    .isEqualTo(error.messageEn("@").contains("@"));
            assertThat(error.messageLt(null)).isNotBlank().isNotEqualTo(error.messageEn(null));
            assertThat(error.remedy().lt())
                    .isNotBlank()
                    .isNotEqualTo(error.remedy().en());
        }
    }

    @Test
    void theDocumentIsTheCatalogue() throws IOException {
        Documents.check(Path.of("docs/faults.md"), document());
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Faults

                Made from the catalogue in `kernel/faults/ExchangeError.java` and the bundles of texts. A fault is for a message, a caller or a request that is
                refused; that a student is not found is an answer with an outcome. Every fault comes with HTTP 500 and carries
                `code`, `message` in lt and en, `correlationId` (the number of the exchange in the register's log), `retryable`,
                and, where known, `contract` and `field`. Where the sender is known, the fault is signed. `MR-903` comes with the
                HTTP header `Retry-After`, in seconds; a message that was refused with it before it was read has no row in the log.
                Nor has one that was refused with `MR-112`: it never came whole. On paths that are no service both are told as
                text, with HTTP 503 and 408.
                `id` says whether the message's id is used up: one that is free may be sent again, by the same message or
                another; one that is used up gets MR-215.
                `…` stands for the particulars: the name of a header, a limit, a code list.
                """);
        RANGES.forEach((range, title) -> {
            List<ExchangeError> errors = Arrays.stream(ExchangeError.values())
                    .filter(error -> error.code().charAt(3) == range)
                    .toList();
            if (!errors.isEmpty()) {
                text.append("\n## MR-")
                        .append(range)
                        .append("xx: ")
                        .append(title)
                        .append("\n\n");
                text.append(
                        "| code | lt | en | ką daryti | what to do | again? | id |\n| --- | --- | --- | --- | --- | --- | --- |\n");
                errors.forEach(error -> text.append("| `%s` | %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                error.code(),
                                cell(error.messageLt("…")),
                                cell(error.messageEn("…")),
                                cell(error.remedy().lt()),
                                cell(error.remedy().en()),
                                error.retryable() ? "yes" : "no",
                                id(error))));
            }
        });
        return text.toString();
    }

    private static String id(ExchangeError error) {
        if (error == ExchangeError.REPLAYED) {
            return "was used up";
        }
        return error.usesIdUp() ? "used up" : "free";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
