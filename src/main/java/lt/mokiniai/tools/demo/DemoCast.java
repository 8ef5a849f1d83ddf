package lt.mokiniai.tools.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.PersonalCode;

/**
 * The cast of the demo register: students who are in it at every size and seed, for the README, examples and tests. Their
 * identifiers, names, birth dates and certificates never change; their studies are told from the current school year,
 * which begins on 1 September. Class 8A of the demo school has {@value #CLASS_SIZE} students, of whom some are here.
 */
public enum DemoCast {
    /** A plain student: lives in Kaunas city, class 8A of the demo school, two guardians, a music school too. */
    KAUNAS_STUDENT(1, "59403149013", "Jokūbas", "Saulėnas", 'V', "2012-03-14"),

    /** Lives and learns in Vilnius city: outside the contracts of Kaunas. */
    VILNIUS_STUDENT(2, "69405209024", "Gabija", "Kometonytė", 'M', "2012-05-20"),

    /** The first of twins: one birth date, one family name; class 8A. */
    TWIN_A(3, "59407029035", "Matas", "Gintarnas", 'V', "2012-07-02"),

    /** The second of twins; class 8A. */
    TWIN_B(4, "59407029046", "Motiejus", "Gintarnas", 'V', "2012-07-02"),

    /** Without a personal code, with a foreigner identifier; class 8A. */
    FOREIGNER(5, "UA-2022-00042", "Solomija", "Kalynčuk", 'M', "2012-01-30"),

    /** Without any code: found by birth date and names; Kaunas city. */
    NO_CODE(6, "", "Timur", "Ozerin", 'V', "2011-11-05"),

    /** Without a code, with the birth date and names of HOMONYM_2: the answer is ambiguous. */
    HOMONYM_1(7, "", "Ona", "Liepasnytė", 'M', "2014-04-04"),

    /** Without a code, with the birth date and names of HOMONYM_1; in the same city. */
    HOMONYM_2(8, "", "Ona", "Liepasnytė", 'M', "2014-04-04"),

    /** Moved from Vilnius to Kaunas city, and to the demo school, in the summer before this school year. */
    MOVED(9, "59509159097", "Rokas", "Upasnis", 'V', "2013-09-15"),

    /** Restricted (ADOPTION): residence, school and guardians stay hidden; class 8A. */
    RESTRICTED(10, "69410109106", "Urtė", "Šaltinonytė", 'M', "2012-10-10"),

    /** Has special educational needs; class 8A. */
    SPECIAL_NEEDS(11, "59402029119", "Kajus", "Dūmelis", 'V', "2012-02-02"),

    /** Not enrolled; a digital matriculation certificate of 2024 with subjects and examinations. */
    GRADUATE(12, "69606169125", "Austėja", "Eglynaitė", 'M', "2005-06-16"),

    /** A paper certificate of 2019 that its duplicate of 2021 replaced. */
    PAPER_CERTIFICATE(13, "59108199131", "Dovydas", "Girionas", 'V', "2000-08-19"),

    /** A matriculation certificate of 2023, revoked in 2024. */
    REVOKED_CERTIFICATE(14, "59501129145", "Laurynas", "Naktenis", 'V', "2004-01-12"),

    /** Was Rasakytė until February of the last school year. */
    RENAMED(15, "69312129159", "Ugnė", "Vėjelonytė", 'M', "2011-12-12"),

    /** Her name was recorded as Zedonaitė and her class as 7B, both corrected on 15 October of the last school year; class 8A. */
    CORRECTED(16, "69409019160", "Rugilė", "Žiedonaitė", 'M', "2012-09-01"),

    /** Died in November of the last school year. */
    DECEASED(17, "59203039179", "Vakaris", "Žiemelonis", 'V', "2010-03-03"),

    /** Studies interrupted since the first day of this school year. */
    INTERRUPTED(18, "69108089183", "Emilija", "Pelkonaitė", 'M', "2009-08-08"),

    /** Changed from the demo school of Vilnius to that of Kaunas on 15 January of the last school year. */
    TRANSFERRED(19, "59304219197", "Benas", "Tvenkinas", 'V', "2011-04-21"),

    /** Left for Ireland in February of the last school year. */
    LEFT_ABROAD(20, "59205059203", "Lukas", "Varpenas", 'V', "2010-05-05"),

    /** Learns at a music school alone. */
    MUSIC_ONLY(21, "69203309210", "Liepa", "Žolynskaitė", 'M', "2019-03-30"),

    /** Learns a trade; has a certificate of basic education. */
    VOCATIONAL(22, "59909099228", "Deividas", "Kalvabalis", 'V', "2008-09-09"),

    /** Had another personal code (FORMER_CODE) until May of the last school year; class 8A. */
    CHANGED_CODE(23, "69412249237", "Eglė", "Obelasnytė", 'M', "2012-12-24"),

    /** Repeats a year: class 7B of the demo school in the last school year and in this one. */
    REPEATED(24, "59504119240", "Domantas", "Šermukšnas", 'V', "2013-04-11"),

    /** Lives in Vilnius city and learns in Kaunas: class 8B of the demo school. */
    COMMUTER(25, "69406179257", "Smiltė", "Ąžuolaitytė", 'M', "2012-06-17");

    /** The institution code of the demo school, a gymnasium in Kaunas city. */
    public static final String SCHOOL = "191000018";

    /** The class of the demo school that the cast fills. */
    public static final String CLASS_NAME = "8A";

    /** The level of that class. */
    public static final int CLASS_LEVEL = 8;

    /** How many students are in that class this school year. */
    public static final int CLASS_SIZE = 20;

    /** Kaunas city in code list MUNICIPALITY. */
    public static final String KAUNAS_CITY = "19";

    /** Vilnius city in code list MUNICIPALITY. */
    public static final String VILNIUS_CITY = "13";

    /** The personal code that {@link #CHANGED_CODE} had. */
    public static final String FORMER_CODE = "69412249509";

    /** The family name that {@link #RENAMED} had. */
    public static final String FORMER_NAME = "Rasakytė";

    /** The registration number of the certificate of {@link #GRADUATE}. */
    public static final String DIGITAL_NUMBER = "D2024-00000001";

    /** The series of the paper certificates of {@link #PAPER_CERTIFICATE}. */
    public static final String PAPER_SERIES = "V";

    /** The number of the original, which is replaced. */
    public static final String PAPER_NUMBER = "0000002";

    /** The number of the duplicate, which stands. */
    public static final String DUPLICATE_NUMBER = "0000003";

    /** The registration number of the certificate of {@link #REVOKED_CERTIFICATE}. */
    public static final String REVOKED_NUMBER = "D2023-00000004";

    private static final Map<String, String[]> PURPOSES = purposes();

    private final String registerId;
    private final String identifier;
    private final String givenNames;
    private final String familyName;
    private final String sex;
    private final LocalDate birthDate;

    /** @param identifier a personal code, a foreigner identifier (which has other signs than digits), or nothing */
    DemoCast(int number, String identifier, String givenNames, String familyName, char sex, String birthDate) {
        this.registerId = "DEMO%012d".formatted(number);
        this.identifier = identifier;
        this.givenNames = givenNames;
        this.familyName = familyName;
        this.sex = String.valueOf(sex);
        this.birthDate = LocalDate.parse(birthDate);
    }

    /** Gives the register id. */
    public String registerId() {
        return registerId;
    }

    /** The number that the register id ends with, which no two of them share. */
    public long number() {
        return Long.parseLong(registerId().substring(4));
    }

    /** Gives the personal code, which nobody alive can have; empty for a student without one. */
    public Optional<String> personalCode() {
        return Optional.of(identifier).filter(PersonalCode::isValid);
    }

    /** Gives the identifier of the Foreigners' register, where the student has one. */
    public Optional<String> foreignerId() {
        return Optional.of(identifier).filter(text -> text.contains("-"));
    }

    /** Gives the given names. */
    public String givenNames() {
        return givenNames;
    }

    /** Gives the family name that the student has today. */
    public String familyName() {
        return familyName;
    }

    /** Gives the sex, V or M (code list SEX). */
    public String sex() {
        return sex;
    }

    /** Gives the birth date. */
    public LocalDate birthDate() {
        return birthDate;
    }

    /** Gives what the student is there for, in Lithuanian. */
    public String purposeLt() {
        return purpose(1);
    }

    /** Gives what the student is there for, in English. */
    public String purposeEn() {
        return purpose(2);
    }

    private String purpose(int language) {
        return Objects.requireNonNull(PURPOSES.get(name()), "cast.csv lacks " + name())[language];
    }

    private static Map<String, String[]> purposes() {
        try (InputStream list = DemoCast.class.getResourceAsStream("/demo/cast.csv")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\\|"))
                    .collect(Collectors.toMap(fields -> fields[0], fields -> fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
