-- A constraint cannot be made unvalidated: it is dropped and added as it was.
ALTER TABLE public.jobs DROP CONSTRAINT IF EXISTS jobs_title_not_blank;

ALTER TABLE public.jobs ADD CONSTRAINT jobs_title_not_blank CHECK (btrim(title) <> '') NOT VALID;
