-- Which text each version of a contract had: that of the file by which it first came into force.

CREATE TABLE contract_version (
    contract_id VARCHAR2(20 CHAR) NOT NULL,
    version     NUMBER(9) NOT NULL,
    file_digest VARCHAR2(64 CHAR) NOT NULL,
    CONSTRAINT contract_version_pk PRIMARY KEY (contract_id, version),
    CONSTRAINT contract_version_text_fk FOREIGN KEY (file_digest) REFERENCES contract_text (file_digest)
);
