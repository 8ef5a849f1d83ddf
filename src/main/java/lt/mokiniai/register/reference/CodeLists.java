package lt.mokiniai.register.reference;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.InstitutionCode.Kind;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.register.reference.CodeEntries.Entry;
import lt.mokiniai.register.reference.CodeEntries.Name;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The code lists: their values are data with a term, never enumerations of a schema (docs/register.md, 'Code lists'). */
@Component
public class CodeLists implements Codes {

    private static final String COUNT = """
            SELECT COUNT(*) FROM code_list_entry
            WHERE list_name = ? AND code = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
            """;

    private final JdbcClient jdbc;

    CodeLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Checks a value that a request may leave out.
     *
     * @param field the request's path of the value
     * @throws ExchangeException {@code MR-402} when the list has no such value on the day
     */
    public void check(String list, @Nullable String code, LocalDate day, String field) {
        if (code != null && !has(list, code, day)) {
            throw ExchangeException.of(ExchangeError.UNKNOWN_CODE).naming(list).at(field);
        }
    }

    @Override
    public boolean has(String list, String code, LocalDate day) {
        return jdbc.sql(COUNT).params(list, code, day, day).query(Integer.class).single() > 0;
    }

    /** Reads all entries of all lists. */
    public CodeEntries all() {
        return entries(Set.copyOf(
                jdbc.sql("SELECT name FROM code_list").query(String.class).list()));
    }

    /** Reads all entries of some lists, by one question. */
    public CodeEntries entries(Set<String> lists) {
        return new CodeEntries(jdbc
                .sql("SELECT list_name, code, valid_from, valid_to FROM code_list_entry WHERE list_name IN (:lists)")
                .param("lists", lists)
                .query((row, number) -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(entry -> new Name(entry.list(), entry.code()))));
    }

    /**
     * Gives an institution that a request names.
     *
     * @param asked the kind as the request gives it
     * @param field the request's path of it
     * @throws ExchangeException {@code MR-402} when there is no such kind, {@code MR-403} when its code is not one of its kind
     */
    public static InstitutionCode institution(String asked, String code, String field) {
        Kind kind = Kind.named(asked)
                .orElseThrow(() -> ExchangeException.of(ExchangeError.UNKNOWN_CODE)
                        .naming("INSTITUTION_CODE_KIND")
                        .at(field + "/kind"));
        if (!kind.isCode(code)) {
            throw ExchangeException.of(ExchangeError.INSTITUTION_CODE)
                    .naming(kind.name())
                    .at(field + "/code");
        }
        return new InstitutionCode(kind, code);
    }
}
