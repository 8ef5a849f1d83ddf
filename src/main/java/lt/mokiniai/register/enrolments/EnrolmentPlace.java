package lt.mokiniai.register.enrolments;

import static lt.mokiniai.register.sql.Column.string;

import java.util.function.Function;
import lt.mokiniai.register.enrolments.studies.EnrolledStudies;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.wsdl.types.EnrolledInstitution;
import lt.mokiniai.wsdl.types.EnrolledProgramme;

/** Where a student is enrolled, and in which programme, as answers of several services tell it. */
public final class EnrolmentPlace {

    /** Enrolment {@code e} with its term {@code t}, institution {@code k} and programme {@code g}. */
    public static final String TABLES =
            EnrolledStudies.TERMS + EnrolledStudies.WITH_INSTITUTIONS + EnrolledStudies.WITH_PROGRAMMES;

    private EnrolmentPlace() {}

    /**
     * Adds the columns to those of an element that tells of an enrolment.
     *
     * @param institution gives its element {@code institution}, which it makes where it is not there yet
     * @param programme gives its element {@code programme} likewise
     */
    public static <T> Selection<T> and(
            Selection<T> columns,
            Function<T, EnrolledInstitution> institution,
            Function<T, EnrolledProgramme> programme) {
        return columns.and("institution/kind", string("k.code_kind"), institution, EnrolledInstitution::setKind)
                .and("institution/code", string("e.institution"), institution, EnrolledInstitution::setCode)
                .and("institution/name", string("k.name"), institution, EnrolledInstitution::setName)
                .and("institution/type", string("k.institution_type"), institution, EnrolledInstitution::setType)
                .and(
                        "institution/municipality",
                        string("k.municipality"),
                        institution,
                        EnrolledInstitution::setMunicipality)
                .and("institution/county", string("k.county"), institution, EnrolledInstitution::setCounty)
                .and("institution/unit", string("t.unit"), institution, EnrolledInstitution::setUnit)
                .and("programme/stateCode", string("e.programme"), programme, EnrolledProgramme::setStateCode)
                .and("programme/name", string("g.name_lt"), programme, EnrolledProgramme::setName)
                .and("programme/nameEn", string("g.name_en"), programme, EnrolledProgramme::setNameEn)
                .and("programme/family", string("g.family"), programme, EnrolledProgramme::setFamily);
    }
}
