package lt.mokiniai.tools.demo.register;

import java.util.List;

/** What a demo register must have among the students who are not of the cast: each a FROM clause that finds it. */
final class Situations {

    static final List<String> ALL = List.of(
            // People
            "person_identity WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND personal_code IS NULL AND foreigner_id IS NOT NULL",
            "person_identity WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND personal_code IS NULL AND foreigner_id IS NULL",
            "person_identity WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND date_of_death IS NOT NULL",
            "person_identity a JOIN person_identity b ON b.person_id = a.person_id + 1 AND a.birth_date = b.birth_date"
                    + " WHERE a.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND a.sex = b.sex AND a.family_name = b.family_name",
            "person_identity a JOIN person_identity b ON a.person_id = b.person_id AND a.recorded_at = b.recorded_at"
                    + " WHERE a.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND a.personal_code <> b.personal_code AND a.valid_to < b.valid_from",
            "person_identity a JOIN person_identity b ON a.person_id = b.person_id AND a.recorded_at = b.recorded_at"
                    + " WHERE a.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND a.family_name <> b.family_name AND a.valid_to < b.valid_from",
            "person_identity a JOIN person_identity b ON a.person_id = b.person_id AND a.believed_until = b.recorded_at"
                    + " WHERE a.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND a.family_name <> b.family_name AND b.valid_from = a.valid_from"
                    + " AND b.valid_to IS NULL",
            "person_origin WHERE mother_tongue = 'pl'",
            "person_origin WHERE mother_tongue = 'ru'",
            "person_origin WHERE mother_tongue = 'uk'",
            "person_citizenship a JOIN person_citizenship b ON a.person_id = b.person_id AND a.country < b.country"
                    + " WHERE a.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%')",
            "person_residence WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND valid_to IS NOT NULL",
            "person_guardian WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND ordinal = 2",
            "person p WHERE register_id NOT LIKE 'DEMO%' AND NOT EXISTS (SELECT 1 FROM person_guardian WHERE person_id = p.id)",
            "person_special_needs WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%')",
            "person_restriction WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%')",
            // Enrolments
            "enrolled a JOIN enrolled b ON a.person_id = b.person_id AND a.id < b.id"
                    + " WHERE a.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND a.valid_to IS NULL AND b.valid_to IS NULL",
            "enrolled a JOIN enrolled b ON a.person_id = b.person_id AND a.enrolment_id = b.enrolment_id"
                    + " WHERE a.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND a.class_name <> b.class_name",
            "enrolled WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND leaving_reason = 'TRANSFER' AND left_to IS NOT NULL",
            "enrolled WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND leaving_reason = 'ABROAD' AND left_to = 'IE'",
            "enrolled WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND leaving_reason = 'DEATH'",
            "enrolled WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND leaving_reason = 'NOT_ATTENDING'",
            "enrolled WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND gymnasium_label = 'IV'",
            "enrolment_interruption i JOIN enrolment e ON e.id = i.enrolment_id WHERE e.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%')",
            "enrolment_interruption WHERE valid_to IS NULL AND reason = 'ABROAD'",
            "enrolment_interruption WHERE valid_to < valid_from + 60",
            "enrolment_interruption WHERE valid_to > valid_from + 200",
            "enrolment_interruption WHERE valid_to < DATE '2026-09-01'",
            "enrolled e JOIN programme p ON p.state_code = e.programme WHERE p.family = 'VOCATIONAL'"
                    + " AND e.learning_way = 'EXTRAMURAL'",
            "enrolled WHERE class_type = 'ADULT' AND learning_way = 'EXTRAMURAL' AND valid_to IS NULL",
            "enrolled WHERE class_type = 'YOUTH' AND valid_to IS NULL",
            "person p WHERE register_id NOT LIKE 'DEMO%'"
                    + " AND NOT EXISTS (SELECT 1 FROM enrolled WHERE person_id = p.id AND valid_to IS NULL)",
            "enrolled e JOIN programme p ON p.state_code = e.programme WHERE p.family = 'VOCATIONAL'",
            "enrolled e JOIN programme p ON p.state_code = e.programme WHERE p.family = 'NONFORMAL'",
            "enrolled e JOIN programme p ON p.state_code = e.programme WHERE p.family = 'SUPPLEMENTARY'",
            "enrolled e JOIN institution i ON i.code = e.institution WHERE i.code_kind = 'NATURAL_PERSON'",
            // Certificates
            "certificate WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND document_number IS NOT NULL",
            "certificate WHERE person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND registration_number IS NOT NULL",
            "certificate_link l JOIN certificate c ON c.id = l.certificate_id"
                    + " WHERE c.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND l.kind = 'DUPLICATE_OF'",
            "certificate_link l JOIN certificate c ON c.id = l.certificate_id"
                    + " WHERE c.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND l.kind = 'CORRECTS'",
            "certificate_state s JOIN certificate c ON c.id = s.certificate_id"
                    + " WHERE c.person_id IN (SELECT id FROM person WHERE register_id NOT LIKE 'DEMO%') AND s.state = 'REVOKED' AND s.valid_to IS NULL",
            "certificate_link a JOIN certificate_link b ON a.other_id = b.other_id AND a.certificate_id < b.certificate_id"
                    + " WHERE a.kind = 'DUPLICATE_OF' AND b.kind = 'DUPLICATE_OF'",
            "certificate c JOIN person_identity i ON i.person_id = c.person_id AND i.family_name = c.holder_family_name"
                    + " WHERE i.valid_to >= c.issue_date AND i.believed_until IS NULL",
            "certificate_subject WHERE pass_fail = 'PASSED'",
            "certificate_subject WHERE pass_fail = 'FAILED'",
            "certificate_module WHERE grade IS NOT NULL",
            "certificate_module WHERE pass_fail = 'PASSED'",
            "certificate c JOIN certificate_module l ON l.certificate_id = c.id WHERE c.kind = 'MODULES'",
            "certificate c JOIN certificate_module l ON l.certificate_id = c.id WHERE c.kind = 'VOCATIONAL_DIPLOMA'",
            "programme_module WHERE kind = 'ELECTIVE'",
            "certificate_check WHERE kind = 'BASIC'",
            "certificate_check WHERE kind = 'INTERMEDIATE'",
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
