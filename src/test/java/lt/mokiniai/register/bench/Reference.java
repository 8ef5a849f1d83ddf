package lt.mokiniai.register.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.register.results.facts.AssessmentKind;
import org.springframework.jdbc.core.JdbcTemplate;

/** The institutions, programmes and code lists of every test. */
public final class Reference {

    /** A municipal school of Kaunas. */
    public static final String SCHOOL = LegalEntityCode.completing("19100001").value();
    /** A municipal school of Vilnius. */
    public static final String VILNIUS_SCHOOL =
            LegalEntityCode.completing("19100002").value();
    /** A private school of Kaunas. */
    public static final String PRIVATE_SCHOOL =
            LegalEntityCode.completing("19100003").value();
    /** A municipal music school of Kaunas. */
    public static final String MUSIC_SCHOOL =
            LegalEntityCode.completing("19100004").value();

    /** A unit of the music school. */
    public static final String MUSIC_UNIT = MUSIC_SCHOOL + "-1";
    /** A person of Kaunas who teaches individually. */
    public static final String TEACHER = "LM000001";
    /** A school of Kaunas that was closed before codes had nine digits. */
    public static final String CLOSED_SCHOOL = "1910001";

    public static final String KAUNAS = "19";
    public static final String VILNIUS = "13";
    private static final String COUNTY = "2";
    public static final String BASIC = "201001001";
    public static final String SECONDARY = "301001001";
    public static final String MUSIC = "920010001";
    /** What {@link #SCHOOL} has a licence for. */
    public static final String VOCATIONAL = "401001001";
    /** What nobody has a licence for. */
    public static final String UNLICENSED = "401001002";

    /** A vocational programme of two modules. */
    public static final String TRADE = "T32041001";

    public static final String MODULE = "4041001";
    public static final String SMALL_MODULE = "4041002";

    /** The name of a programme is this and its code; that of an institution likewise. */
    public static final String NAMED = "Named ";

    private Reference() {}

    static void insert(JdbcTemplate jdbc) {
        insertSchools(jdbc);
        codeList(jdbc, "MUNICIPALITY", List.of(KAUNAS, VILNIUS));
        codeList(jdbc, "PROGRAMME_FAMILY", List.of("BASIC", "SECONDARY", "SUPPLEMENTARY"));
        codeList(jdbc, "LANGUAGE", List.of("lt", "pl"));
        codeList(jdbc, "LEARNING_WAY", List.of("DAILY", "DISTANCE"));
        codeList(jdbc, "GYMNASIUM_LABEL", List.of("I", "II", "III", "IV"));
        codeList(jdbc, "INTERRUPTION_REASON", List.of("ILLNESS", "OTHER"));
        codeList(jdbc, "LEAVING_REASON", List.of("TRANSFER", "ABROAD"));
        codeList(jdbc, "CORRECTION_REASON", List.of("MISTAKE"));
        codeList(
                jdbc,
                "TASK_KIND",
                List.of("TRANSFER", "TRANSFER_OBJECTED", "TRANSFER_STRUCK", "CLOSED_SCHOOL", "REMOVAL"));
        codeList(jdbc, "TASK_DECISION", List.of("ACCEPT", "OBJECT", "CORRECT"));
        codeList(jdbc, "TASK_REASON", List.of("STILL_ATTENDS", "OTHER"));
        codeList(
                jdbc,
                "ASSESSMENT_KIND",
                Stream.of(AssessmentKind.values()).map(AssessmentKind::name).toList());
        codeList(jdbc, "SUBJECT", List.of("MATE", "LIET"));
        entry(jdbc, "SUBJECT", "ZSAU", LocalDate.of(2023, 8, 31));
        codeList(jdbc, "COURSE", List.of("A", "B"));
        codeList(jdbc, "PASS_FAIL", List.of("PASSED", "FAILED"));
        codeList(jdbc, "ACHIEVEMENT_LEVEL", List.of("BASIC", "ADVANCED"));
        codeList(jdbc, "SEX", List.of("V", "M"));
        codeList(jdbc, "RELATION", List.of("PARENT", "GUARDIAN"));
        codeList(jdbc, "NEED_GROUP", List.of("DISABILITY", "DISORDER"));
        codeList(jdbc, "NEED_LEVEL", List.of("LOW", "HIGH"));
        codeList(jdbc, "CERTIFICATE_KIND", List.of("MATURITY", "BASIC"));
        entry(jdbc, "MUNICIPALITY", "98", LocalDate.of(2020, 12, 31));
    }

    /** Inserts institutions and programmes alone. */
    public static void insertSchools(JdbcTemplate jdbc) {
        institution(jdbc, SCHOOL, "20", KAUNAS);
        institution(jdbc, VILNIUS_SCHOOL, "20", VILNIUS);
        institution(jdbc, PRIVATE_SCHOOL, "30", KAUNAS);
        institution(jdbc, MUSIC_SCHOOL, "20", KAUNAS);
        institution(jdbc, MUSIC_UNIT, "20", KAUNAS);
        institution(jdbc, TEACHER, "30", KAUNAS);
        institution(jdbc, CLOSED_SCHOOL, "20", KAUNAS);
        programme(jdbc, BASIC, "BASIC");
        programme(jdbc, SECONDARY, "SECONDARY");
        programme(jdbc, MUSIC, "SUPPLEMENTARY");
        programme(jdbc, VOCATIONAL, "VOCATIONAL");
        programme(jdbc, UNLICENSED, "VOCATIONAL");
        jdbc.update("INSERT INTO licence VALUES (?, ?, ?, ?)", SCHOOL, VOCATIONAL, Row.ALWAYS, null);
        programme(jdbc, TRADE, "VOCATIONAL");
        module(jdbc, MODULE, "MANDATORY", 30);
        module(jdbc, SMALL_MODULE, "ELECTIVE", 5);
    }

    private static void institution(JdbcTemplate jdbc, String code, String founder, String municipality) {
        Row.plain("institution")
                .with("code", code)
                .with("code_kind", InstitutionCode.of(code).kind().name())
                .with("name", NAMED + code)
                .with("institution_type", "SCHOOL")
                .with("founder_kind", founder)
                .with("founder_municipality", founder.equals("20") ? municipality : null)
                .with("municipality", municipality)
                .with("county", COUNTY)
                .with("registered", Row.ALWAYS)
                .insert(jdbc);
    }

    private static void programme(JdbcTemplate jdbc, String code, String family) {
        Row.plain("programme")
                .with("state_code", code)
                .with("name_lt", NAMED + code)
                .with("name_en", NAMED + code + " en")
                .with("family", family)
                .with("registered", Row.ALWAYS)
                .insert(jdbc);
    }

    private static void module(JdbcTemplate jdbc, String code, String kind, int credits) {
        Row.plain("programme_module")
                .with("programme", TRADE)
                .with("code", code)
                .with("name_lt", NAMED + code)
                .with("name_en", NAMED + code + " en")
                .with("kind", kind)
                .with("credits", credits)
                .insert(jdbc);
    }

    private static void codeList(JdbcTemplate jdbc, String name, List<String> codes) {
        Row.plain("code_list")
                .with("name", name)
                .with("title_lt", name)
                .with("title_en", name)
                .with("origin", "OWN")
                .insert(jdbc);
        codes.forEach(code -> entry(jdbc, name, code, null));
    }

    private static void entry(JdbcTemplate jdbc, String list, String code, LocalDate to) {
        Row.plain("code_list_entry")
                .with("list_name", list)
                .with("code", code)
                .with("name_lt", code)
                .with("name_en", code)
                .with("valid_from", Row.ALWAYS)
                .with("valid_to", to)
                .insert(jdbc);
    }
}
