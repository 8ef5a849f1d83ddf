-- Which institution goes on with the students of one that is closed. The register of schools and programmes (ŠMIR) is the source;
-- this is the register's own copy (docs/decisions/0052).
ALTER TABLE institution ADD successor VARCHAR2(13 CHAR);

ALTER TABLE institution ADD CONSTRAINT institution_successor_fk FOREIGN KEY (successor) REFERENCES institution (code);
ALTER TABLE institution ADD CONSTRAINT institution_successor_ck CHECK (successor IS NULL OR deregistered IS NOT NULL);
