package lt.mokiniai.tools.demo.register;

import java.util.List;

/** What a demo register must have among the students who are not of the cast: each a FROM clause that finds it. */
final class Situations {

    static final List<String> ALL = List.of(
            // People
            "person_identity WHERE person_id >= 10000 AND personal_code IS NULL AND foreigner_id IS NOT NULL",
            "person_identity WHERE person_id >= 10000 AND personal_code IS NULL AND foreigner_id IS NULL",
            "person_identity WHERE person_id >= 10000 AND date_of_death IS NOT NULL",
            "person_identity a JOIN person_identity b ON b.person_id = a.person_id + 1 AND a.birth_date = b.birth_date"
                    + " WHERE a.person_id >= 10000 AND a.sex = b.sex AND a.family_name = b.family_name",
            "person_identity a JOIN person_identity b ON a.person_id = b.person_id AND a.recorded_at = b.recorded_at"
                    + " WHERE a.person_id >= 10000 AND a.personal_code <> b.personal_code AND a.valid_to < b.valid_from",
            "person_identity a JOIN person_identity b ON a.person_id = b.person_id AND a.recorded_at = b.recorded_at"
                    + " WHERE a.person_id >= 10000 AND a.family_name <> b.family_name AND a.valid_to < b.valid_from",
            "person_identity a JOIN person_identity b ON a.person_id = b.person_id AND a.believed_until = b.recorded_at"
                    + " WHERE a.person_id >= 10000 AND a.family_name <> b.family_name AND b.valid_from = a.valid_from"
                    + " AND b.valid_to IS NULL",
            "person_origin WHERE mother_tongue = 'pl'",
            "person_origin WHERE mother_tongue = 'ru'",
            "person_origin WHERE mother_tongue = 'uk'",
            "person_citizenship a JOIN person_citizenship b ON a.person_id = b.person_id AND a.country < b.country"
                    + " WHERE a.person_id >= 10000",
            "person_residence WHERE person_id >= 10000 AND valid_to IS NOT NULL",
            "person_guardian WHERE person_id >= 10000 AND ordinal = 2",
            "person p WHERE id >= 10000 AND NOT EXISTS (SELECT 1 FROM person_guardian WHERE person_id = p.id)",
            "person_special_needs WHERE person_id >= 10000",
            "person_restriction WHERE person_id >= 10000",
            // Enrolments
            "enrolment a JOIN enrolment b ON a.person_id = b.person_id AND a.id < b.id"
                    + " WHERE a.person_id >= 10000 AND a.valid_to IS NULL AND b.valid_to IS NULL",
            "enrolment a JOIN enrolment b ON a.person_id = b.person_id AND a.enrolment_id = b.enrolment_id"
                    + " WHERE a.person_id >= 10000 AND a.class_name <> b.class_name",
            "enrolment WHERE person_id >= 10000 AND leaving_reason = 'TRANSFER' AND left_to IS NOT NULL",
            "enrolment WHERE person_id >= 10000 AND leaving_reason = 'ABROAD' AND left_to = 'IE'",
            "enrolment WHERE person_id >= 10000 AND leaving_reason = 'DEATH'",
            "enrolment WHERE person_id >= 10000 AND leaving_reason = 'NOT_ATTENDING'",
            "enrolment WHERE person_id >= 10000 AND gymnasium_label = 'IV'",
            "enrolment_interruption i JOIN enrolment e ON e.enrolment_id = i.enrolment_id WHERE e.person_id >= 10000",
            "person p WHERE id >= 10000"
                    + " AND NOT EXISTS (SELECT 1 FROM enrolment WHERE person_id = p.id AND valid_to IS NULL)",
            "enrolment e JOIN programme p ON p.state_code = e.programme WHERE p.family = 'VOCATIONAL'",
            "enrolment e JOIN programme p ON p.state_code = e.programme WHERE p.family = 'NONFORMAL'",
            "enrolment e JOIN programme p ON p.state_code = e.programme WHERE p.family = 'SUPPLEMENTARY'",
            "enrolment e JOIN institution i ON i.code = e.institution WHERE i.code_kind = 'NATURAL_PERSON'",
            // Certificates
            "certificate WHERE person_id >= 10000 AND document_number IS NOT NULL",
            "certificate WHERE person_id >= 10000 AND registration_number IS NOT NULL",
            "certificate_link l JOIN certificate c ON c.id = l.certificate_id"
                    + " WHERE c.person_id >= 10000 AND l.kind = 'DUPLICATE_OF'",
            "certificate_link l JOIN certificate c ON c.id = l.certificate_id"
                    + " WHERE c.person_id >= 10000 AND l.kind = 'CORRECTS'",
            "certificate_state s JOIN certificate c ON c.id = s.certificate_id"
                    + " WHERE c.person_id >= 10000 AND s.state = 'REVOKED' AND s.valid_to IS NULL",
            // Institutions and programmes
            "institution WHERE code_kind = 'UNIT' AND parent_code IS NOT NULL",
            "institution WHERE deregistered IS NOT NULL",
            "institution WHERE founder_kind = '10'",
            "institution WHERE founder_kind = '30'",
            "programme WHERE deregistered IS NOT NULL",
            "programme a JOIN programme b ON a.name_lt = b.name_lt AND a.state_code < b.state_code"
                    + " WHERE a.deregistered IS NULL AND b.deregistered IS NULL");

    private Situations() {}
}
