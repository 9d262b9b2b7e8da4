-- All of it is new: nobody can wait for it, and no release knows it.
CREATE TABLE interviews (
  id bigint GENERATED ALWAYS AS IDENTITY,
  job_id uuid NOT NULL REFERENCES jobs (id),
  notes text
);

ALTER TABLE interviews ADD COLUMN starts_at timestamptz NOT NULL;
ALTER TABLE interviews ADD COLUMN token uuid DEFAULT gen_random_uuid();
ALTER TABLE interviews ADD PRIMARY KEY (id);
ALTER TABLE interviews ADD CONSTRAINT interviews_token_key UNIQUE (token);
ALTER TABLE public.interviews ADD CONSTRAINT notes_given CHECK (notes <> '');
ALTER TABLE interviews ADD CONSTRAINT to_job FOREIGN KEY (job_id) REFERENCES jobs (id);
ALTER TABLE interviews ALTER COLUMN notes SET NOT NULL;
ALTER TABLE interviews ALTER COLUMN notes DROP NOT NULL;
ALTER TABLE interviews ALTER COLUMN notes TYPE jsonb USING to_jsonb(notes);
ALTER TABLE interviews RENAME COLUMN notes TO remarks;
ALTER TABLE interviews DROP COLUMN remarks;
CREATE INDEX interviews_job_idx ON interviews (job_id);
DROP INDEX interviews_job_idx;
CREATE INDEX ON "interviews" USING btree (starts_at DESC);
INSERT INTO interviews (job_id, starts_at) SELECT id, now() FROM jobs;
UPDATE interviews SET token = gen_random_uuid();
REINDEX TABLE interviews;
