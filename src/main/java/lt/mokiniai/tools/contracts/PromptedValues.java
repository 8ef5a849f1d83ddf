package lt.mokiniai.tools.contracts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.XRoadId;

/**
 * Reads what a contract is begun with, typed at a terminal or given as an option. An {@link IllegalArgumentException}
 * says what is wrong with it, in the language that was asked for.
 */
final class PromptedValues {

    static final String KINDS = Arrays.stream(Kind.values()).map(Kind::toString).collect(Collectors.joining(", "));
    static final String SUBSYSTEM = "instance/memberClass/memberCode/subsystemCode";

    private final PublishedOperations published = PublishedOperations.load();
    private final LanguageOption language;

    PromptedValues(LanguageOption language) {
        this.language = language;
    }

    int edition() {
        return published.edition();
    }

    Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "nėra rūšies '" + name + "'; rūšys yra " + KINDS,
                        "there is no kind '" + name + "'; the kinds are " + KINDS));
    }

    InstitutionCode party(String code) {
        if (!InstitutionCode.isValid(code)) {
            throw new IllegalArgumentException(notACode(code));
        }
        return new InstitutionCode(code);
    }

    String notACode(String code) {
        return language.of(
                "'" + code + "' nėra įstaigos kodas: 9 skaitmenys, kurių paskutinis – kontrolinis",
                "'" + code + "' is no institution code: 9 digits, the last of which is a check digit");
    }

    XRoadId client(String id) {
        if (!id.matches("[^/\\s]+(/[^/\\s]+){3}")) {
            throw wrong("'" + id + "' nėra " + SUBSYSTEM, "'" + id + "' is not " + SUBSYSTEM);
        }
        return XRoadId.parse(id);
    }

    String number(String id) {
        if (!id.matches("MR-[0-9]{4}-[0-9]{3,6}")) {
            throw wrong(
                    "'" + id + "' nėra sutarties numeris, toks kaip MR-2026-014",
                    "'" + id + "' is no number of a contract such as MR-2026-014");
        }
        return id;
    }

    LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw wrong(
                    "'" + day + "' nėra diena; rašykite metus, mėnesį ir dieną: 2026-09-01",
                    "'" + day + "' is no day; write year, month and day: 2026-09-01");
        }
    }

    LocalDate notBefore(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw wrong(
                    "paskutinė diena " + last + " ankstesnė už pirmą " + first,
                    "the last day " + last + " is before the first, " + first);
        }
        return last;
    }

    List<PublishedOperation> operations(String names) {
        return Arrays.stream(names.split("[ ,]+"))
                .map(this::operation)
                .distinct()
                .toList();
    }

    private PublishedOperation operation(String name) {
        List<PublishedOperation> meant = published.all().stream()
                .filter(PublishedOperation::isGrantable)
                .filter(operation ->
                        operation.name().equals(name) || operation.operation().equals(name))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String several = meant.stream().map(PublishedOperation::name).collect(Collectors.joining(", "));
        throw meant.isEmpty()
                ? wrong(
                        "nėra operacijos '" + name + "', kurią galima suteikti; yra " + grantable(),
                        "there is no operation '" + name + "' to grant; there are " + grantable())
                : wrong("'" + name + "' gali būti " + several, "'" + name + "' could be " + several);
    }

    String grantable() {
        return published.all().stream()
                .filter(PublishedOperation::isGrantable)
                .map(PublishedOperation::name)
                .collect(Collectors.joining(", "));
    }

    private IllegalArgumentException wrong(String lt, String en) {
        return new IllegalArgumentException(language.of(lt, en));
    }
}
