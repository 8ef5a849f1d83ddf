package lt.mokiniai.register.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which columns of the register the leaves of answers stand, and which columns a statement selects. */
public final class Columns {

    /** What a question needs to put its answer together and to report whom it told about; none of it is shown. */
    private static final Set<String> NUMBERS =
            Set.of("id", "person_id", "enrolment_id", "certificate_id", "other_id", "ordinal");

    private static final Pattern SUBQUERY = Pattern.compile("\\(\\s*select [^()]*(\\([^()]*\\)[^()]*)*\\)");
    private static final Pattern CASE = Pattern.compile("\\bcase when .*? then ");
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join) (\\w+) (\\w+)");
    private static final Pattern COLUMN = Pattern.compile("(\\w+)\\.(\\w+)");
    private static final Pattern ANSWER = Pattern.compile("^(result/student|student|student)/");

    /** The table of a group, where it is not the group's own name. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("identity", "person_identity"),
            Map.entry("origin", "person_origin"),
            Map.entry("residence", "person_residence"),
            Map.entry("guardian", "person_guardian"),
            Map.entry("specialNeeds", "person_special_needs"),
            Map.entry("enrolment", "enrolment_term"),
            Map.entry("enrolment/stage", "enrolment_stage"),
            Map.entry("enrolment/learningContract", "enrolment_term"),
            Map.entry("enrolment/movement", "enrolment_term"),
            Map.entry("enrolment/institution", "institution"),
            Map.entry("enrolment/programme", "programme"),
            Map.entry("enrolment/interruption", "enrolment_interruption"),
            Map.entry("enrolment/result", "enrolment_result"),
            Map.entry("certificate/institution", "institution"),
            Map.entry("certificate/programme", "programme"),
            Map.entry("certificate/subject", "certificate_subject"),
            Map.entry("certificate/module", "certificate_module"),
            Map.entry("certificate/check", "certificate_check"),
            Map.entry("certificate/link", "certificate"),
            Map.entry("replacement", "certificate"));

    /** The leaves whose columns have other names than they: all others are written as the leaf, in the table of its group. */
    private static final Map<String, Set<String>> OF_LEAF = read("""
            version person.register_id
            mergedInto person.register_id person_merge.merged_at
            result/mergedInto person.register_id person_merge.merged_at
            identity/registerId person.register_id
            origin/citizenship person_citizenship.country
            residence/since person_residence.valid_from
            specialNeeds/group person_special_needs.need_group
            specialNeeds/level person_special_needs.need_level
            restriction person_restriction.kind
            handling
            enrolment/enrolmentId enrolment.register_id
            enrolment/version enrolment.register_id
            enrolment/institution/kind institution.code_kind
            enrolment/institution/code enrolment.institution
            enrolment/enrolledFrom enrolment_term.valid_from
            enrolment/enrolledTo enrolment_term.valid_to
            enrolment/institution/type institution.institution_type
            enrolment/institution/unit enrolment_term.unit
            enrolment/programme/stateCode enrolment.programme
            enrolment/programme/name programme.name_lt
            enrolment/stage/from enrolment_stage.valid_from
            enrolment/stage/to enrolment_stage.valid_to
            enrolment/stage/form enrolment_stage.learning_form
            enrolment/stage/way enrolment_stage.learning_way
            enrolment/learningContract/number enrolment_term.contract_number
            enrolment/learningContract/date enrolment_term.contract_date
            enrolment/movement/cameFrom/kind enrolment_term.came_from
            enrolment/movement/cameFrom/code enrolment_term.came_from
            enrolment/movement/cameFrom/country enrolment_term.came_from
            enrolment/movement/leftTo/kind enrolment_term.left_to
            enrolment/movement/leftTo/code enrolment_term.left_to
            enrolment/movement/leftTo/country enrolment_term.left_to
            enrolment/movement/reason enrolment_term.leaving_reason
            enrolment/interruption/from enrolment_interruption.valid_from
            enrolment/interruption/to enrolment_interruption.valid_to
            enrolment/result/level enrolment_result.achievement_level
            enrolment/result/decidedOn enrolment_result.valid_from
            certificate/number certificate.document_number
            certificate/level certificate.education_level
            certificate/state certificate_state.state
            certificate/institution/kind institution.code_kind
            certificate/institution/code certificate.institution
            certificate/programme/stateCode certificate.programme
            certificate/programme/name programme.name_lt
            certificate/link/kind certificate_link.kind
            certificate/link/number certificate.document_number
            certificate/language certificate_language.language
            certificate/holder/givenNames certificate.holder_given_names
            certificate/holder/familyName certificate.holder_family_name
            certificate/holder/birthDate certificate.holder_birth_date
            certificate/module/name programme_module.name_lt
            certificate/module/nameEn programme_module.name_en
            certificate/module/kind programme_module.kind
            certificate/module/credits programme_module.credits
            certificate/check/year certificate_check.check_year
            replacement/number certificate.document_number
            status certificate_state.state
            answer enrolment_term.valid_from enrolment_term.valid_to enrolment_stage.valid_from enrolment_stage.valid_to enrolment_term.expected_end enrolment_interruption.valid_from enrolment_interruption.valid_to
            validUntil enrolment_term.valid_from enrolment_term.valid_to enrolment_stage.valid_from enrolment_stage.valid_to enrolment_term.expected_end enrolment_interruption.valid_from enrolment_interruption.valid_to
            """);

    private Columns() {}

    /** Gives the columns in which the leaves at these paths of an answer stand. */
    public static Set<String> of(Set<String> leaves) {
        return leaves.stream()
                .map(leaf -> ANSWER.matcher(leaf).replaceFirst(""))
                .flatMap(leaf -> OF_LEAF.getOrDefault(leaf, Set.of(usual(leaf))).stream())
                .collect(Collectors.toSet());
    }

    private static String usual(String leaf) {
        int name = leaf.lastIndexOf('/');
        String group = name < 0 ? leaf : leaf.substring(0, name);
        String column = leaf.substring(name + 1).replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return TABLES.getOrDefault(group, group) + "." + column;
    }

    /** Gives the columns whose values a statement brings out of the database, as {@code table.column}. */
    public static Set<String> selectedBy(String statement) {
        String sql = statement.toLowerCase(Locale.ROOT);
        Map<String, String> tables = new TreeMap<>();
        for (Matcher table = TABLE.matcher(sql); table.find(); ) {
            tables.put(table.group(2), table.group(1));
        }
        String withoutSubqueries = SUBQUERY.matcher(sql).replaceAll("");
        // What decides whether a value is brought out is not brought out itself.
        String values = CASE.matcher(withoutSubqueries).replaceAll("");
        String list = values.substring(0, values.indexOf(" from "));
        Set<String> selected = new TreeSet<>();
        for (Matcher column = COLUMN.matcher(list); column.find(); ) {
            String name = tables.get(column.group(1)) + "." + column.group(2);
            if (!NUMBERS.contains(column.group(2)) && !name.equals("person.register_id")) {
                selected.add(name);
            }
        }
        return selected;
    }

    private static Map<String, Set<String>> read(String table) {
        return table.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(
                        line -> line[0], line -> Stream.of(line).skip(1).collect(Collectors.toSet())));
    }
}
