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
    private static final Set<String> NUMBERS = Set.of("id", "person_id", "certificate_id", "ordinal", "register_id");

    private static final Pattern SUBQUERY = Pattern.compile("\\(\\s*select [^()]*(\\([^()]*\\)[^()]*)*\\)");
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join) (\\w+) (\\w+)");
    private static final Pattern COLUMN = Pattern.compile("(\\w+)\\.(\\w+)");
    private static final Pattern ANSWER = Pattern.compile("^(result/student|student|pupil)/");

    private static final Map<String, Set<String>> OF_LEAF = read("""
            identity/registerId person.register_id
            identity/personalCode person_identity.personal_code
            identity/foreignerId person_identity.foreigner_id
            identity/givenNames person_identity.given_names
            identity/familyName person_identity.family_name
            identity/birthDate person_identity.birth_date
            identity/sex person_identity.sex
            identity/dateOfDeath person_identity.date_of_death
            origin/citizenship person_citizenship.country
            origin/country person_origin.country
            origin/motherTongue person_origin.mother_tongue
            residence/municipality person_residence.municipality
            residence/eldership person_residence.eldership
            residence/locality person_residence.locality
            residence/street person_residence.street
            residence/house person_residence.house
            residence/since person_residence.valid_from
            guardian/personalCode person_guardian.personal_code
            guardian/givenNames person_guardian.given_names
            guardian/familyName person_guardian.family_name
            guardian/relation person_guardian.relation
            guardian/phone person_guardian.phone
            guardian/email person_guardian.email
            specialNeeds/group person_special_needs.need_group
            specialNeeds/level person_special_needs.need_level
            restriction person_restriction.kind
            enrolment/enrolmentId enrolment.enrolment_id
            enrolment/validFrom enrolment.valid_from
            enrolment/validTo enrolment.valid_to
            enrolment/institution/code enrolment.institution
            enrolment/institution/name institution.name
            enrolment/institution/municipality institution.municipality
            enrolment/institution/unit enrolment.unit
            enrolment/programme/stateCode enrolment.programme
            enrolment/programme/name programme.name_lt
            enrolment/programme/nameEn programme.name_en
            enrolment/programme/family programme.family
            enrolment/learning/form enrolment.learning_form
            enrolment/learning/way enrolment.learning_way
            enrolment/learning/language enrolment.language
            enrolment/learning/classType enrolment.class_type
            enrolment/learning/classLevel enrolment.class_level
            enrolment/learning/gymnasiumLabel enrolment.gymnasium_label
            enrolment/learning/className enrolment.class_name
            enrolment/funding enrolment.funding
            enrolment/learningContract/number enrolment.contract_number
            enrolment/learningContract/date enrolment.contract_date
            enrolment/movement/cameFrom enrolment.came_from
            enrolment/movement/leftTo enrolment.left_to
            enrolment/movement/reason enrolment.leaving_reason
            enrolment/interruption/from enrolment_interruption.valid_from
            enrolment/interruption/to enrolment_interruption.valid_to
            enrolment/interruption/reason enrolment_interruption.reason
            certificate/kind certificate.kind
            certificate/formCode certificate.form_code
            certificate/series certificate.series
            certificate/number certificate.document_number
            certificate/registrationNumber certificate.registration_number
            certificate/issueDate certificate.issue_date
            certificate/approvedBy certificate.approved_by
            certificate/level certificate.education_level
            certificate/language certificate.language
            certificate/state certificate_state.state
            certificate/institution/code certificate.institution
            certificate/institution/name institution.name
            certificate/programme/stateCode certificate.programme
            certificate/programme/name programme.name_lt
            certificate/programme/nameEn programme.name_en
            certificate/subject/code certificate_subject.code
            certificate/subject/name certificate_subject.name
            certificate/subject/course certificate_subject.course
            certificate/subject/grade certificate_subject.grade
            certificate/subject/exam certificate_subject.exam
            certificate/link/kind certificate_link.kind
            certificate/link/number certificate.registration_number certificate.series certificate.document_number
            status certificate_state.state
            answer enrolment.valid_from enrolment.valid_to
            validUntil enrolment.valid_from enrolment.valid_to
            """);

    private Columns() {}

    /** Gives the columns in which the leaves at these paths of an answer stand. */
    public static Set<String> of(Set<String> leaves) {
        return leaves.stream()
                .flatMap(leaf -> OF_LEAF.get(ANSWER.matcher(leaf).replaceFirst("")).stream())
                .collect(Collectors.toSet());
    }

    /** Gives the columns whose values a statement brings out of the database, as {@code table.column}. */
    public static Set<String> selectedBy(String statement) {
        String sql = statement.toLowerCase(Locale.ROOT);
        Map<String, String> tables = new TreeMap<>();
        for (Matcher table = TABLE.matcher(sql); table.find(); ) {
            tables.put(table.group(2), table.group(1));
        }
        String withoutSubqueries = SUBQUERY.matcher(sql).replaceAll("");
        String list = withoutSubqueries.substring(0, withoutSubqueries.indexOf(" from "));
        Set<String> selected = new TreeSet<>();
        for (Matcher column = COLUMN.matcher(list); column.find(); ) {
            if (!NUMBERS.contains(column.group(2))) {
                selected.add(tables.get(column.group(1)) + "." + column.group(2));
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
