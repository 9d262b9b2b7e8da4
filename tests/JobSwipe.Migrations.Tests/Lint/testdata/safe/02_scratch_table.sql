CREATE TEMPORARY TABLE wanted (code char(2), number int, added timestamp) ON COMMIT DROP;
CREATE TABLE scratch AS SELECT 1 AS one;
ALTER TABLE scratch RENAME TO scratch_two;
CREATE INDEX scratch_idx ON scratch_two (one);
TRUNCATE scratch_two CASCADE;
DROP TABLE scratch_two;
DROP TABLE wanted;
