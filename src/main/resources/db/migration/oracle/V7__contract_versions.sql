-- Which text each version of a contract had: that of the file by which it first came into force.

CREATE TABLE contract_version (
    contract_id VARCHAR2(20 CHAR) NOT NULL,
    version     NUMBER(9) NOT NULL,
    set_hash    VARCHAR2(64 CHAR) NOT NULL,
    file_name   VARCHAR2(200 CHAR) NOT NULL,
    CONSTRAINT contract_version_pk PRIMARY KEY (contract_id, version),
    CONSTRAINT contract_version_file_fk FOREIGN KEY (set_hash, file_name)
        REFERENCES contract_file (set_hash, file_name)
);
