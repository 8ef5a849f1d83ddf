-- Messages whose sender is not known: no signature of a party's certificate was verified. Of each its length, its digest,
-- its first bytes and the reason of its refusal. They stand apart from the message log: nothing of the register was asked
-- or told by them. Places are used round, so that never more are kept than a setting says, and the newest are.

CREATE TABLE unknown_message (
    place           INTEGER NOT NULL,
    receipt         VARCHAR(36) NOT NULL,
    received_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    fault_code      VARCHAR(6) NOT NULL,
    key_month       VARCHAR(7) NOT NULL,
    -- The first bytes; length and digest are those of the whole.
    request         BYTEA NOT NULL,
    request_length  INTEGER NOT NULL,
    request_digest  BYTEA NOT NULL,
    response        BYTEA NOT NULL,
    response_length INTEGER NOT NULL,
    response_digest BYTEA NOT NULL,
    CONSTRAINT unknown_message_pk PRIMARY KEY (place),
    CONSTRAINT unknown_message_receipt_uk UNIQUE (receipt),
    CONSTRAINT unknown_message_key_fk FOREIGN KEY (key_month) REFERENCES log_key (key_month)
);

CREATE INDEX unknown_message_received_ix ON unknown_message (received_at);

-- The place that was used last, and how many were used in the minute that is being counted. Whoever keeps a message holds
-- this row.
CREATE TABLE unknown_message_place (
    id          SMALLINT NOT NULL,
    place       INTEGER NOT NULL,
    minute_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    minute_used INTEGER NOT NULL,
    CONSTRAINT unknown_message_place_pk PRIMARY KEY (id)
);

INSERT INTO unknown_message_place (id, place, minute_at, minute_used)
VALUES (1, 0, DATE '2026-01-01', 0);

-- How many messages were refused without a row here or in message_log, for all nodes together: of unknown senders those
-- that are too many, of parties those for which there is too much to do (MR-903).
CREATE TABLE unlogged_count (
    minute_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    fault_code VARCHAR(6) NOT NULL,
    messages   BIGINT NOT NULL
);

-- No key: Oracle makes none of a time with a zone (ORA-02329), but an index.
CREATE UNIQUE INDEX unlogged_count_ix ON unlogged_count (minute_at, fault_code);
