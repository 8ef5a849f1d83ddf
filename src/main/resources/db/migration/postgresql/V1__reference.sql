-- What the register knows of other registers: institutions, programmes, code lists.

CREATE TABLE code_list (
    name     VARCHAR(40) NOT NULL,
    title_lt VARCHAR(200) NOT NULL,
    title_en VARCHAR(200) NOT NULL,
    -- OFFICIAL values are published ones; OWN values are this project's, where the official ones are not known to it.
    origin   VARCHAR(10) NOT NULL,
    -- The act or publication that OFFICIAL values are known from.
    source   VARCHAR(300),
    CONSTRAINT code_list_pk PRIMARY KEY (name),
    CONSTRAINT code_list_origin_ck CHECK (origin = 'OWN' OR (origin = 'OFFICIAL' AND source IS NOT NULL))
);

CREATE TABLE code_list_version (
    list_name  VARCHAR(40) NOT NULL,
    version    VARCHAR(20) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to   DATE,
    CONSTRAINT code_list_version_pk PRIMARY KEY (list_name, version),
    CONSTRAINT code_list_version_list_fk FOREIGN KEY (list_name) REFERENCES code_list (name)
);

CREATE TABLE code_list_entry (
    list_name  VARCHAR(40) NOT NULL,
    code       VARCHAR(20) NOT NULL,
    name_lt    VARCHAR(200) NOT NULL,
    name_en    VARCHAR(200) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to   DATE,
    CONSTRAINT code_list_entry_pk PRIMARY KEY (list_name, code, valid_from),
    CONSTRAINT code_list_entry_list_fk FOREIGN KEY (list_name) REFERENCES code_list (name)
);

CREATE TABLE institution (
    -- Tells its kind by how it is written: no text is a code of two kinds (docs/decisions/0036).
    code                 VARCHAR(13) NOT NULL,
    code_kind            VARCHAR(20) NOT NULL,
    name                 VARCHAR(200) NOT NULL,
    institution_type     VARCHAR(20) NOT NULL,
    founder_kind         VARCHAR(20) NOT NULL,
    founder_municipality VARCHAR(20),
    parent_code          VARCHAR(13),
    municipality         VARCHAR(20) NOT NULL,
    county               VARCHAR(20),
    address              VARCHAR(200),
    registered           DATE NOT NULL,
    deregistered         DATE,
    CONSTRAINT institution_pk PRIMARY KEY (code),
    CONSTRAINT institution_parent_fk FOREIGN KEY (parent_code) REFERENCES institution (code)
);

CREATE TABLE programme (
    state_code      VARCHAR(20) NOT NULL,
    name_lt         VARCHAR(200) NOT NULL,
    name_en         VARCHAR(200) NOT NULL,
    family          VARCHAR(20) NOT NULL,
    isced           VARCHAR(20),
    education_level VARCHAR(20),
    volume          VARCHAR(40),
    registered      DATE NOT NULL,
    deregistered    DATE,
    CONSTRAINT programme_pk PRIMARY KEY (state_code)
);

-- Which institution may teach which vocational programme.
CREATE TABLE licence (
    institution VARCHAR(13) NOT NULL,
    programme   VARCHAR(20) NOT NULL,
    valid_from  DATE NOT NULL,
    valid_to    DATE,
    CONSTRAINT licence_pk PRIMARY KEY (institution, programme, valid_from),
    CONSTRAINT licence_institution_fk FOREIGN KEY (institution) REFERENCES institution (code),
    CONSTRAINT licence_programme_fk FOREIGN KEY (programme) REFERENCES programme (state_code)
);

CREATE INDEX licence_programme_ix ON licence (programme);

-- The modules of a vocational programme. What a module is called and weighs does not change: another one has another code.
CREATE TABLE programme_module (
    programme VARCHAR(20) NOT NULL,
    code      VARCHAR(20) NOT NULL,
    name_lt   VARCHAR(200) NOT NULL,
    name_en   VARCHAR(200) NOT NULL,
    kind      VARCHAR(20) NOT NULL,
    credits   SMALLINT NOT NULL,
    CONSTRAINT programme_module_pk PRIMARY KEY (programme, code),
    CONSTRAINT programme_module_programme_fk FOREIGN KEY (programme) REFERENCES programme (state_code),
    CONSTRAINT programme_module_credits_ck CHECK (credits > 0)
);
