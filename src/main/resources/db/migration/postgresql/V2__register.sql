-- The register: persons, enrolments, certificates. A fact says when it holds (valid_from, valid_to, both days included)
-- and when it was believed (recorded_at until believed_until, which is open for what is believed now): the application
-- time and the system time of SQL:2011. Nothing is overwritten: a correction closes believed_until and writes a new row
-- (docs/register.md, 'How facts are written').
--
-- No day of a fact is believed to be two things at one time. Exclusion constraints at the end of this script hold it.
--
-- References are declared after the indexes, so that a database which wants an index for each uses these.

-- Numbers are taken fifty at a time.
CREATE SEQUENCE person_seq START WITH 1 INCREMENT BY 50;
CREATE SEQUENCE enrolment_seq START WITH 1 INCREMENT BY 50;
CREATE SEQUENCE certificate_seq START WITH 1 INCREMENT BY 50;
CREATE SEQUENCE fact_seq START WITH 1 INCREMENT BY 50;

-- Who writes locks this row. Nothing of a person is recorded at or before last_recorded_at any more.
CREATE TABLE person (
    id               BIGINT NOT NULL,
    register_id      VARCHAR(16) NOT NULL,
    recorded_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT person_pk PRIMARY KEY (id),
    CONSTRAINT person_register_id_uk UNIQUE (register_id)
);

CREATE INDEX person_recorded_ix ON person (recorded_at);

-- Where what was recorded of a person at a time comes from: the message, who signed it and for whom, and why a correction
-- was made. Facts that began at the time have it as recorded_at, facts that were given up as believed_until.
CREATE TABLE person_write (
    id          BIGINT NOT NULL,
    person_id   BIGINT NOT NULL,
    receipt     VARCHAR(36) NOT NULL,
    operation   VARCHAR(100) NOT NULL,
    party       VARCHAR(20) NOT NULL,
    institution VARCHAR(20) NOT NULL,
    user_id     VARCHAR(200),
    reason      VARCHAR(20),
    overruled   VARCHAR(200),
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT person_write_pk PRIMARY KEY (id),
    CONSTRAINT person_write_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);

-- No constraint: Oracle makes none of a time with a zone (ORA-02329), but an index.
CREATE UNIQUE INDEX person_write_ix ON person_write (person_id, recorded_at);

-- Rows that are locked while somebody is looked for by a code and, where nobody has it, registered: one of them by the
-- remainder of the code's hash, so that no code is kept here.
CREATE TABLE identity_lock (
    id INTEGER NOT NULL,
    CONSTRAINT identity_lock_pk PRIMARY KEY (id)
);

INSERT INTO identity_lock (id) VALUES (0);
INSERT INTO identity_lock (id) VALUES (1);
INSERT INTO identity_lock (id) VALUES (2);
INSERT INTO identity_lock (id) VALUES (3);
INSERT INTO identity_lock (id) VALUES (4);
INSERT INTO identity_lock (id) VALUES (5);
INSERT INTO identity_lock (id) VALUES (6);
INSERT INTO identity_lock (id) VALUES (7);
INSERT INTO identity_lock (id) VALUES (8);
INSERT INTO identity_lock (id) VALUES (9);
INSERT INTO identity_lock (id) VALUES (10);
INSERT INTO identity_lock (id) VALUES (11);
INSERT INTO identity_lock (id) VALUES (12);
INSERT INTO identity_lock (id) VALUES (13);
INSERT INTO identity_lock (id) VALUES (14);
INSERT INTO identity_lock (id) VALUES (15);
INSERT INTO identity_lock (id) VALUES (16);
INSERT INTO identity_lock (id) VALUES (17);
INSERT INTO identity_lock (id) VALUES (18);
INSERT INTO identity_lock (id) VALUES (19);
INSERT INTO identity_lock (id) VALUES (20);
INSERT INTO identity_lock (id) VALUES (21);
INSERT INTO identity_lock (id) VALUES (22);
INSERT INTO identity_lock (id) VALUES (23);
INSERT INTO identity_lock (id) VALUES (24);
INSERT INTO identity_lock (id) VALUES (25);
INSERT INTO identity_lock (id) VALUES (26);
INSERT INTO identity_lock (id) VALUES (27);
INSERT INTO identity_lock (id) VALUES (28);
INSERT INTO identity_lock (id) VALUES (29);
INSERT INTO identity_lock (id) VALUES (30);
INSERT INTO identity_lock (id) VALUES (31);

-- The writes that are being committed: no answer is told as known at started_at or later while one is here.
CREATE TABLE open_write (
    id         VARCHAR(36) NOT NULL,
    started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT open_write_pk PRIMARY KEY (id)
);

CREATE TABLE person_identity (
    id             BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    personal_code  VARCHAR(11),
    foreigner_id   VARCHAR(20),
    given_names    VARCHAR(200) NOT NULL,
    family_name    VARCHAR(200) NOT NULL,
    -- Given names and family name as they are looked up: upper case in NFC, one space between words, a bar between the
    -- two. A letter may be three in upper case.
    name_key       VARCHAR(1201) NOT NULL,
    birth_date     DATE NOT NULL,
    sex            VARCHAR(20),
    date_of_death  DATE,
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT person_identity_pk PRIMARY KEY (id),
    CONSTRAINT person_identity_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT person_identity_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX person_identity_person_ix ON person_identity (person_id);
CREATE INDEX person_identity_code_ix ON person_identity (personal_code);
CREATE INDEX person_identity_foreigner_ix ON person_identity (foreigner_id);
CREATE INDEX person_identity_birth_ix ON person_identity (birth_date, name_key);

ALTER TABLE person_identity ADD CONSTRAINT person_identity_person_fk FOREIGN KEY (person_id) REFERENCES person (id);

CREATE TABLE person_origin (
    id             BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    country        VARCHAR(2),
    mother_tongue  VARCHAR(20),
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT person_origin_pk PRIMARY KEY (id),
    CONSTRAINT person_origin_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT person_origin_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX person_origin_person_ix ON person_origin (person_id);

ALTER TABLE person_origin ADD CONSTRAINT person_origin_person_fk FOREIGN KEY (person_id) REFERENCES person (id);

CREATE TABLE person_citizenship (
    id             BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    country        VARCHAR(2) NOT NULL,
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT person_citizenship_pk PRIMARY KEY (id),
    CONSTRAINT person_citizenship_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT person_citizenship_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX person_citizenship_person_ix ON person_citizenship (person_id);

ALTER TABLE person_citizenship ADD CONSTRAINT person_citizenship_person_fk FOREIGN KEY (person_id) REFERENCES person (id);

CREATE TABLE person_residence (
    id             BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    municipality   VARCHAR(20) NOT NULL,
    eldership      VARCHAR(20),
    locality       VARCHAR(20),
    street         VARCHAR(20),
    house          VARCHAR(40),
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT person_residence_pk PRIMARY KEY (id),
    CONSTRAINT person_residence_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT person_residence_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX person_residence_person_ix ON person_residence (person_id);
CREATE INDEX person_residence_municip_ix ON person_residence (municipality, person_id);

ALTER TABLE person_residence ADD CONSTRAINT person_residence_person_fk FOREIGN KEY (person_id) REFERENCES person (id);

CREATE TABLE person_guardian (
    id             BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    ordinal        INTEGER NOT NULL,
    personal_code  VARCHAR(11),
    given_names    VARCHAR(200) NOT NULL,
    family_name    VARCHAR(200) NOT NULL,
    relation       VARCHAR(20) NOT NULL,
    phone          VARCHAR(21),
    email          VARCHAR(254),
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT person_guardian_pk PRIMARY KEY (id),
    CONSTRAINT person_guardian_ordinal_ck CHECK (ordinal BETWEEN 1 AND 2),
    CONSTRAINT person_guardian_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT person_guardian_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX person_guardian_person_ix ON person_guardian (person_id);

ALTER TABLE person_guardian ADD CONSTRAINT person_guardian_person_fk FOREIGN KEY (person_id) REFERENCES person (id);

CREATE TABLE person_special_needs (
    id             BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    need_group     VARCHAR(20) NOT NULL,
    need_level     VARCHAR(20),
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT person_special_needs_pk PRIMARY KEY (id),
    CONSTRAINT person_special_needs_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT person_special_needs_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX person_special_needs_person_ix ON person_special_needs (person_id);

ALTER TABLE person_special_needs ADD CONSTRAINT person_special_needs_person_fk FOREIGN KEY (person_id) REFERENCES person (id);

CREATE TABLE person_restriction (
    id             BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    kind           VARCHAR(20) NOT NULL,
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT person_restriction_pk PRIMARY KEY (id),
    CONSTRAINT person_restriction_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT person_restriction_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX person_restriction_person_ix ON person_restriction (person_id);

ALTER TABLE person_restriction ADD CONSTRAINT person_restriction_person_fk FOREIGN KEY (person_id) REFERENCES person (id);

-- An enrolment is a student's study of one programme at one institution. A student may have several at once. What is known
-- of it are facts: its term, its stages, its interruptions.
CREATE TABLE enrolment (
    id          BIGINT NOT NULL,
    register_id VARCHAR(16) NOT NULL,
    person_id   BIGINT NOT NULL,
    institution VARCHAR(13) NOT NULL,
    programme   VARCHAR(20) NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT enrolment_pk PRIMARY KEY (id),
    -- The same enrolment is a row of each person whose it was found to be (person_merge).
    CONSTRAINT enrolment_register_id_uk UNIQUE (register_id, person_id),
    CONSTRAINT enrolment_institution_uk UNIQUE (id, institution)
);

CREATE INDEX enrolment_person_ix ON enrolment (person_id);
CREATE INDEX enrolment_institution_ix ON enrolment (institution);
CREATE INDEX enrolment_programme_ix ON enrolment (programme);

ALTER TABLE enrolment ADD CONSTRAINT enrolment_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE enrolment ADD CONSTRAINT enrolment_institution_fk FOREIGN KEY (institution) REFERENCES institution (code);
ALTER TABLE enrolment ADD CONSTRAINT enrolment_programme_fk FOREIGN KEY (programme) REFERENCES programme (state_code);

-- Since when and until when a student is enrolled (valid_from, valid_to), and what began and ended it: one belief at a time.
CREATE TABLE enrolment_term (
    id              BIGINT NOT NULL,
    enrolment_id    BIGINT NOT NULL,
    unit            VARCHAR(200),
    expected_end    DATE,
    contract_number VARCHAR(100),
    contract_date   DATE,
    came_from       VARCHAR(100),
    left_to         VARCHAR(100),
    leaving_reason  VARCHAR(20),
    valid_from      DATE NOT NULL,
    valid_to        DATE,
    recorded_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until  TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT enrolment_term_pk PRIMARY KEY (id),
    CONSTRAINT enrolment_term_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT enrolment_term_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX enrolment_term_enrolment_ix ON enrolment_term (enrolment_id);

ALTER TABLE enrolment_term ADD CONSTRAINT enrolment_term_enrolment_fk FOREIGN KEY (enrolment_id) REFERENCES enrolment (id);

-- A stage of an enrolment in which nothing changed: one class, one way of learning. It repeats the institution, so that one
-- index finds a class; its reference holds the two equal.
CREATE TABLE enrolment_stage (
    id              BIGINT NOT NULL,
    enrolment_id    BIGINT NOT NULL,
    institution     VARCHAR(13) NOT NULL,
    learning_form   VARCHAR(20),
    learning_way    VARCHAR(20),
    language        VARCHAR(20),
    education_type  VARCHAR(20),
    class_type      VARCHAR(20),
    class_purpose   VARCHAR(20),
    class_stage     VARCHAR(20),
    class_level     INTEGER,
    gymnasium_label VARCHAR(20),
    class_name      VARCHAR(100),
    -- The name as it is looked up, as a name of a person is.
    class_key       VARCHAR(300),
    funding         VARCHAR(20),
    -- What the change told that began the stage, a bit for each item (StageItem); the rest is as it was before.
    told            INTEGER NOT NULL,
    valid_from      DATE NOT NULL,
    valid_to        DATE,
    recorded_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until  TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT enrolment_stage_pk PRIMARY KEY (id),
    CONSTRAINT enrolment_stage_level_ck CHECK (class_level BETWEEN 0 AND 12),
    CONSTRAINT enrolment_stage_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT enrolment_stage_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX enrolment_stage_enrolment_ix ON enrolment_stage (enrolment_id, institution);
CREATE INDEX enrolment_stage_class_ix ON enrolment_stage (institution, class_level, class_key);

ALTER TABLE enrolment_stage ADD CONSTRAINT enrolment_stage_enrolment_fk FOREIGN KEY (enrolment_id, institution) REFERENCES enrolment (id, institution);

CREATE TABLE enrolment_interruption (
    id             BIGINT NOT NULL,
    enrolment_id   BIGINT NOT NULL,
    reason         VARCHAR(20) NOT NULL,
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT enrolment_interruption_pk PRIMARY KEY (id),
    CONSTRAINT enrolment_interruption_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT enrolment_interrupt_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX enrolment_interruption_ix ON enrolment_interruption (enrolment_id);

ALTER TABLE enrolment_interruption ADD CONSTRAINT enrolment_interruption_fk FOREIGN KEY (enrolment_id) REFERENCES enrolment (id);

-- A result of an enrolment: of one key (kind, subject or module, course, school year) there is one. It holds from the day on
-- which it was decided.
CREATE TABLE enrolment_result (
    id                BIGINT NOT NULL,
    enrolment_id      BIGINT NOT NULL,
    kind              VARCHAR(20) NOT NULL,
    subject           VARCHAR(20),
    module            VARCHAR(20),
    course            VARCHAR(20),
    school_year       INTEGER NOT NULL,
    class_level       INTEGER,
    grade             INTEGER,
    pass_fail         VARCHAR(20),
    achievement_level VARCHAR(20),
    score             INTEGER,
    language          VARCHAR(20),
    valid_from        DATE NOT NULL,
    valid_to          DATE,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until    TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT enrolment_result_pk PRIMARY KEY (id),
    CONSTRAINT enrolment_result_level_ck CHECK (class_level BETWEEN 0 AND 12),
    CONSTRAINT enrolment_result_grade_ck CHECK (grade BETWEEN 1 AND 10),
    CONSTRAINT enrolment_result_score_ck CHECK (score BETWEEN 0 AND 100),
    CONSTRAINT enrolment_result_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT enrolment_result_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX enrolment_result_ix ON enrolment_result (enrolment_id);

ALTER TABLE enrolment_result ADD CONSTRAINT enrolment_result_fk FOREIGN KEY (enrolment_id) REFERENCES enrolment (id);

-- A certificate's content never changes once it is issued; what changes is its state. A number and a day of issue come with
-- the issue: a draft has none. A form code is a paper form's: a digital certificate has none. The holder is written as printed
-- on the certificate, whatever the person is called later.
CREATE TABLE certificate (
    id                  BIGINT NOT NULL,
    person_id           BIGINT NOT NULL,
    kind                VARCHAR(20) NOT NULL,
    form_code           VARCHAR(20),
    series              VARCHAR(30),
    document_number     VARCHAR(30),
    registration_number VARCHAR(30),
    issue_date          DATE,
    holder_given_names  VARCHAR(200) NOT NULL,
    holder_family_name  VARCHAR(200) NOT NULL,
    holder_birth_date   DATE NOT NULL,
    -- The family name as it is looked up, as a name of a person is.
    holder_name_key     VARCHAR(600) NOT NULL,
    approved_by         VARCHAR(200),
    education_level     VARCHAR(20),
    institution         VARCHAR(13) NOT NULL,
    programme           VARCHAR(20) NOT NULL,
    recorded_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT certificate_pk PRIMARY KEY (id),
    CONSTRAINT certificate_number_ck CHECK (issue_date IS NULL OR registration_number IS NOT NULL
        OR (series IS NOT NULL AND document_number IS NOT NULL))
);

CREATE INDEX certificate_person_ix ON certificate (person_id);
-- The same certificate is a row of each person whose it was found to be, as an enrolment is.
CREATE INDEX certificate_registration_ix ON certificate (registration_number);
CREATE INDEX certificate_paper_ix ON certificate (series, document_number);

ALTER TABLE certificate ADD CONSTRAINT certificate_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE certificate ADD CONSTRAINT certificate_institution_fk FOREIGN KEY (institution) REFERENCES institution (code);
ALTER TABLE certificate ADD CONSTRAINT certificate_programme_fk FOREIGN KEY (programme) REFERENCES programme (state_code);

CREATE TABLE certificate_state (
    id             BIGINT NOT NULL,
    certificate_id BIGINT NOT NULL,
    state          VARCHAR(20) NOT NULL,
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT certificate_state_pk PRIMARY KEY (id),
    CONSTRAINT certificate_state_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT certificate_state_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX certificate_state_cert_ix ON certificate_state (certificate_id);

ALTER TABLE certificate_state ADD CONSTRAINT certificate_state_cert_fk FOREIGN KEY (certificate_id) REFERENCES certificate (id);

-- The languages that a certificate is written in.
CREATE TABLE certificate_language (
    certificate_id BIGINT NOT NULL,
    ordinal        INTEGER NOT NULL,
    language       VARCHAR(20) NOT NULL,
    CONSTRAINT certificate_language_pk PRIMARY KEY (certificate_id, ordinal),
    CONSTRAINT certificate_language_cert_fk FOREIGN KEY (certificate_id) REFERENCES certificate (id)
);

-- A subject is graded by marks, or passed or failed.
CREATE TABLE certificate_subject (
    certificate_id BIGINT NOT NULL,
    ordinal        INTEGER NOT NULL,
    code           VARCHAR(20) NOT NULL,
    name           VARCHAR(200) NOT NULL,
    course         VARCHAR(20),
    grade          VARCHAR(40),
    exam           VARCHAR(40),
    pass_fail      VARCHAR(20),
    CONSTRAINT certificate_subject_pk PRIMARY KEY (certificate_id, ordinal),
    CONSTRAINT certificate_subject_cert_fk FOREIGN KEY (certificate_id) REFERENCES certificate (id)
);

-- A module is graded by marks, or passed or failed.
CREATE TABLE certificate_module (
    certificate_id BIGINT NOT NULL,
    ordinal        INTEGER NOT NULL,
    programme      VARCHAR(20) NOT NULL,
    code           VARCHAR(20) NOT NULL,
    grade          VARCHAR(40),
    pass_fail      VARCHAR(20),
    CONSTRAINT certificate_module_pk PRIMARY KEY (certificate_id, ordinal),
    CONSTRAINT certificate_module_cert_fk FOREIGN KEY (certificate_id) REFERENCES certificate (id)
);

CREATE INDEX certificate_module_module_ix ON certificate_module (programme, code);

ALTER TABLE certificate_module ADD CONSTRAINT certificate_module_module_fk FOREIGN KEY (programme, code) REFERENCES programme_module (programme, code);

-- An achievement check: a result of its own, of the end of basic education or an intermediate one.
CREATE TABLE certificate_check (
    certificate_id BIGINT NOT NULL,
    ordinal        INTEGER NOT NULL,
    kind           VARCHAR(20) NOT NULL,
    code           VARCHAR(20) NOT NULL,
    score          INTEGER,
    check_year     INTEGER NOT NULL,
    CONSTRAINT certificate_check_pk PRIMARY KEY (certificate_id, ordinal),
    CONSTRAINT certificate_check_cert_fk FOREIGN KEY (certificate_id) REFERENCES certificate (id)
);

-- A link to an earlier certificate: DUPLICATE_OF, CORRECTS, REPLACES. It is written once, with the later one, and told of both.
CREATE TABLE certificate_link (
    certificate_id BIGINT NOT NULL,
    ordinal        INTEGER NOT NULL,
    kind           VARCHAR(20) NOT NULL,
    other_id       BIGINT NOT NULL,
    CONSTRAINT certificate_link_pk PRIMARY KEY (certificate_id, ordinal),
    CONSTRAINT certificate_link_cert_fk FOREIGN KEY (certificate_id) REFERENCES certificate (id)
);

CREATE INDEX certificate_link_other_ix ON certificate_link (other_id);

ALTER TABLE certificate_link ADD CONSTRAINT certificate_link_other_fk FOREIGN KEY (other_id) REFERENCES certificate (id);

-- One belief about each day, of each line of facts.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE person_identity ADD CONSTRAINT person_identity_one_belief EXCLUDE USING gist (
    person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE person_origin ADD CONSTRAINT person_origin_one_belief EXCLUDE USING gist (
    person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE person_citizenship ADD CONSTRAINT person_citizenship_one_belief EXCLUDE USING gist (
    person_id WITH =, country WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE person_residence ADD CONSTRAINT person_residence_one_belief EXCLUDE USING gist (
    person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE person_guardian ADD CONSTRAINT person_guardian_one_belief EXCLUDE USING gist (
    person_id WITH =, ordinal WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE person_special_needs ADD CONSTRAINT person_special_needs_one_belief EXCLUDE USING gist (
    person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE person_restriction ADD CONSTRAINT person_restriction_one_belief EXCLUDE USING gist (
    person_id WITH =, kind WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE enrolment_term ADD CONSTRAINT enrolment_term_one_belief EXCLUDE USING gist (
    enrolment_id WITH =, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE enrolment_stage ADD CONSTRAINT enrolment_stage_one_belief EXCLUDE USING gist (
    enrolment_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE enrolment_interruption ADD CONSTRAINT enrolment_interruption_one_belief EXCLUDE USING gist (
    enrolment_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE enrolment_result ADD CONSTRAINT enrolment_result_one_belief EXCLUDE USING gist (
    enrolment_id WITH =, kind WITH =, coalesce(subject, module) WITH =, coalesce(course, '-') WITH =, school_year WITH =,
    daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
ALTER TABLE certificate_state ADD CONSTRAINT certificate_state_one_belief EXCLUDE USING gist (
    certificate_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&, tstzrange(recorded_at, believed_until) WITH &&);
