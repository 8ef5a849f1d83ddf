-- Which text each version of a contract had: that of the file by which it first came into force.

CREATE TABLE contract_version (
    contract_id VARCHAR(20) NOT NULL,
    version     INTEGER NOT NULL,
    file_digest VARCHAR(64) NOT NULL,
    CONSTRAINT contract_version_pk PRIMARY KEY (contract_id, version),
    CONSTRAINT contract_version_text_fk FOREIGN KEY (file_digest) REFERENCES contract_text (file_digest)
);
