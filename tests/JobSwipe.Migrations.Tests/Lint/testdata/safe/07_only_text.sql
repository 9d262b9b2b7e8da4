-- DROP TABLE jobs; /* ALTER TABLE jobs DROP COLUMN title; /* CREATE INDEX i ON jobs (a); */ */
SELECT 'DROP TABLE jobs; CREATE INDEX i ON jobs (title)', $tag$ALTER TABLE jobs DROP COLUMN title; $$ VACUUM FULL; $$ $tag$;
CREATE FUNCTION later() RETURNS void LANGUAGE plpgsql AS $body$
BEGIN
  ALTER TABLE jobs DROP COLUMN title;
  UPDATE jobs SET title = 'x';
END
$body$;
COMMENT ON TABLE jobs IS 'VACUUM FULL jobs; it''s fine; -- no comment';
INSERT INTO notes (text) VALUES (E'it\'s; DROP TABLE jobs;');
