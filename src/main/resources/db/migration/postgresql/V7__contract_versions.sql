-- Which text each version of a contract had: that of the file by which it first came into force.

CREATE TABLE contract_version (
    contract_id VARCHAR(20) NOT NULL,
    version     INTEGER NOT NULL,
    set_hash    VARCHAR(64) NOT NULL,
    file_name   VARCHAR(200) NOT NULL,
    CONSTRAINT contract_version_pk PRIMARY KEY (contract_id, version),
    CONSTRAINT contract_version_file_fk FOREIGN KEY (set_hash, file_name)
        REFERENCES contract_file (set_hash, file_name)
);
