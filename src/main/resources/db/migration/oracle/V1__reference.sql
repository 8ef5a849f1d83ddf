-- What the register knows of other registers: institutions, programmes, code lists.

CREATE TABLE code_list (
    name     VARCHAR2(40 CHAR) NOT NULL,
    title_lt VARCHAR2(200 CHAR) NOT NULL,
    title_en VARCHAR2(200 CHAR) NOT NULL,
    -- OFFICIAL values are published ones; OWN values are this project's, where the official ones are not known to it.
    origin   VARCHAR2(10 CHAR) NOT NULL,
    -- The act or publication that OFFICIAL values are known from.
    source   VARCHAR2(300 CHAR),
    CONSTRAINT code_list_pk PRIMARY KEY (name),
    CONSTRAINT code_list_origin_ck CHECK (origin = 'OWN' OR (origin = 'OFFICIAL' AND source IS NOT NULL))
);

CREATE TABLE code_list_version (
    list_name  VARCHAR2(40 CHAR) NOT NULL,
    version    VARCHAR2(20 CHAR) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to   DATE,
    CONSTRAINT code_list_version_pk PRIMARY KEY (list_name, version),
    CONSTRAINT code_list_version_list_fk FOREIGN KEY (list_name) REFERENCES code_list (name)
);

CREATE TABLE code_list_entry (
    list_name  VARCHAR2(40 CHAR) NOT NULL,
    code       VARCHAR2(20 CHAR) NOT NULL,
    name_lt    VARCHAR2(200 CHAR) NOT NULL,
    name_en    VARCHAR2(200 CHAR) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to   DATE,
    CONSTRAINT code_list_entry_pk PRIMARY KEY (list_name, code, valid_from),
    CONSTRAINT code_list_entry_list_fk FOREIGN KEY (list_name) REFERENCES code_list (name)
);

CREATE TABLE institution (
    -- Tells its kind by how it is written: no text is a code of two kinds (docs/decisions/0036).
    code                 VARCHAR2(13 CHAR) NOT NULL,
    code_kind            VARCHAR2(20 CHAR) NOT NULL,
    name                 VARCHAR2(200 CHAR) NOT NULL,
    institution_type     VARCHAR2(20 CHAR) NOT NULL,
    founder_kind         VARCHAR2(20 CHAR) NOT NULL,
    founder_municipality VARCHAR2(20 CHAR),
    parent_code          VARCHAR2(13 CHAR),
    municipality         VARCHAR2(20 CHAR) NOT NULL,
    county               VARCHAR2(20 CHAR),
    address              VARCHAR2(200 CHAR),
    registered           DATE NOT NULL,
    deregistered         DATE,
    CONSTRAINT institution_pk PRIMARY KEY (code),
    CONSTRAINT institution_parent_fk FOREIGN KEY (parent_code) REFERENCES institution (code)
);

CREATE TABLE programme (
    state_code      VARCHAR2(20 CHAR) NOT NULL,
    name_lt         VARCHAR2(200 CHAR) NOT NULL,
    name_en         VARCHAR2(200 CHAR) NOT NULL,
    family          VARCHAR2(20 CHAR) NOT NULL,
    isced           VARCHAR2(20 CHAR),
    education_level VARCHAR2(20 CHAR),
    volume          VARCHAR2(40 CHAR),
    registered      DATE NOT NULL,
    deregistered    DATE,
    CONSTRAINT programme_pk PRIMARY KEY (state_code)
);

-- Which institution may teach which vocational programme.
CREATE TABLE licence (
    institution VARCHAR2(13 CHAR) NOT NULL,
    programme   VARCHAR2(20 CHAR) NOT NULL,
    valid_from  DATE NOT NULL,
    valid_to    DATE,
    CONSTRAINT licence_pk PRIMARY KEY (institution, programme, valid_from),
    CONSTRAINT licence_institution_fk FOREIGN KEY (institution) REFERENCES institution (code),
    CONSTRAINT licence_programme_fk FOREIGN KEY (programme) REFERENCES programme (state_code)
);

CREATE INDEX licence_programme_ix ON licence (programme);

-- The modules of a vocational programme. What a module is called and weighs does not change: another one has another code.
CREATE TABLE programme_module (
    programme VARCHAR2(20 CHAR) NOT NULL,
    code      VARCHAR2(20 CHAR) NOT NULL,
    name_lt   VARCHAR2(200 CHAR) NOT NULL,
    name_en   VARCHAR2(200 CHAR) NOT NULL,
    kind      VARCHAR2(20 CHAR) NOT NULL,
    credits   NUMBER(3) NOT NULL,
    CONSTRAINT programme_module_pk PRIMARY KEY (programme, code),
    CONSTRAINT programme_module_programme_fk FOREIGN KEY (programme) REFERENCES programme (state_code),
    CONSTRAINT programme_module_credits_ck CHECK (credits > 0)
);
