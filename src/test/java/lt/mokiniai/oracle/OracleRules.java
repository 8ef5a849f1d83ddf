package lt.mokiniai.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules of Oracle 19 that no grammar knows: what it reads, and refuses then or understands otherwise. */
final class OracleRules {

    /** A text in SQL; a quote within it is doubled. */
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

    /** @param breach in a statement in lower case, whose texts are {@code 'a'} */
    private record Rule(Pattern breach, String complaint) {

        static Rule of(String breach, String complaint) {
            return new Rule(Pattern.compile(breach, Pattern.DOTALL), complaint);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("''(?!')", "a text that is empty is NULL"),
            Rule.of(
                    "^(?=.*\\bfor update\\b).*\\b(fetch (first|next)|offset|distinct|group by|union)\\b",
                    "FOR UPDATE of a part of the rows, of distinct rows or of groups (ORA-02014)"),
            Rule.of(
                    "\\b(string_agg|array_agg|unnest|generate_series|now|date_trunc|age|ifnull|if|left|right|position"
                            + "|char_length|octet_length|bool_and|bool_or|every|concat_ws|random|rand|hash|dateadd|datediff"
                            + "|gen_random_uuid|any_value)\\(",
                    "a function that Oracle 19 does not have (ORA-00904)"),
            Rule.of("\\bany ?\\(\\?", "an array as a parameter"),
            Rule.of("\\bdistinct on\\b", "DISTINCT ON (ORA-00923)"),
            Rule.of("\\bwith recursive\\b", "WITH RECURSIVE (ORA-00905)"),
            Rule.of("\\bfor (share|no key update|key share)\\b", "a lock that Oracle does not have"),
            Rule.of("\\bfor update of \\w+(?![\\w.])", "FOR UPDATE OF a table: Oracle wants a column (ORA-00904)"));

    private OracleRules() {}

    /** Gives what is wrong with a statement; empty when nothing is. */
    static Optional<String> complaintAbout(String statement) {
        String plain = TEXT.matcher(statement.toLowerCase(Locale.ROOT))
                .replaceAll(text -> text.group().length() == 2 ? "''" : "'a'");
        return RULES.stream()
                .filter(rule -> rule.breach().matcher(plain).find())
                .map(Rule::complaint)
                .findFirst();
    }
}
