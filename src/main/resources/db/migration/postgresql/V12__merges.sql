-- Two records found to be about one person (docs/decisions/0050): a fact of the one that was merged, believed until the two are
-- told apart. Its days say nothing, since the two were one person on every day.
CREATE TABLE person_merge (
    id             BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    -- The record that it was merged into, and the one that this was merged into in the end: where the two came together.
    into_id        BIGINT NOT NULL,
    kept_id        BIGINT NOT NULL,
    -- When its facts were given up; earlier than recorded_at where the record that it was merged into was merged later.
    merged_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    reason         VARCHAR(500) NOT NULL,
    valid_from     DATE NOT NULL,
    valid_to       DATE,
    recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    believed_until TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT person_merge_pk PRIMARY KEY (id),
    CONSTRAINT person_merge_other_ck CHECK (into_id <> person_id AND kept_id <> person_id),
    CONSTRAINT person_merge_days_ck CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT person_merge_belief_ck CHECK (believed_until IS NULL OR believed_until > recorded_at)
);

CREATE INDEX person_merge_person_ix ON person_merge (person_id);
CREATE INDEX person_merge_into_ix ON person_merge (into_id);
CREATE INDEX person_merge_kept_ix ON person_merge (kept_id);

ALTER TABLE person_merge ADD CONSTRAINT person_merge_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE person_merge ADD CONSTRAINT person_merge_into_fk FOREIGN KEY (into_id) REFERENCES person (id);
ALTER TABLE person_merge ADD CONSTRAINT person_merge_kept_fk FOREIGN KEY (kept_id) REFERENCES person (id);

ALTER TABLE person_merge ADD CONSTRAINT person_merge_one_belief EXCLUDE USING gist (
    person_id WITH =, tstzrange(recorded_at, believed_until) WITH &&);

-- Two records that somebody looked at and found to be about two persons: the one of the smaller number is first.
CREATE TABLE person_distinct (
    id          BIGINT NOT NULL,
    person_id   BIGINT NOT NULL,
    other_id    BIGINT NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT person_distinct_pk PRIMARY KEY (id),
    CONSTRAINT person_distinct_uk UNIQUE (person_id, other_id),
    CONSTRAINT person_distinct_order_ck CHECK (person_id < other_id)
);

CREATE INDEX person_distinct_other_ix ON person_distinct (other_id);

ALTER TABLE person_distinct ADD CONSTRAINT person_distinct_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE person_distinct ADD CONSTRAINT person_distinct_other_fk FOREIGN KEY (other_id) REFERENCES person (id);
