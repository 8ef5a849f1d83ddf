-- The sets of contracts that were ever in force: their files byte for byte, and when each came into force.

-- Each file once, by the SHA-256 of its bytes, in however many sets it was.
CREATE TABLE contract_text (
    file_digest VARCHAR2(64 CHAR) NOT NULL,
    content     BLOB NOT NULL,
    CONSTRAINT contract_text_pk PRIMARY KEY (file_digest)
);

-- The files of a set, a line each, as sha256sum writes it: digest, two spaces, name. Its own SHA-256 names the set.
CREATE TABLE contract_set (
    set_hash VARCHAR2(64 CHAR) NOT NULL,
    manifest BLOB NOT NULL,
    CONSTRAINT contract_set_pk PRIMARY KEY (set_hash)
);

-- The last row is the set in force on all nodes. Whoever writes it counts: numbers that the database gives do not follow each
-- other in time where it runs on several servers (Oracle RAC).
CREATE TABLE contract_activation (
    id           NUMBER(19) NOT NULL,
    set_hash     VARCHAR2(64 CHAR) NOT NULL,
    activated_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    node         VARCHAR2(200 CHAR) NOT NULL,
    CONSTRAINT contract_activation_pk PRIMARY KEY (id)
);

CREATE INDEX contract_activation_hash_ix ON contract_activation (set_hash);

ALTER TABLE contract_activation ADD CONSTRAINT contract_activation_set_fk FOREIGN KEY (set_hash)
    REFERENCES contract_set (set_hash);

-- Whoever puts a set into force holds this row, so that the activations stand in the order of their numbers.
CREATE TABLE contract_lock (
    id NUMBER(1) NOT NULL,
    CONSTRAINT contract_lock_pk PRIMARY KEY (id)
);

INSERT INTO contract_lock (id) VALUES (1);

-- Under which set a message was answered, and from when on the student sees it.
ALTER TABLE message_log ADD contract_set VARCHAR2(64 CHAR);
ALTER TABLE message_log ADD visible_from TIMESTAMP(6) WITH TIME ZONE;
