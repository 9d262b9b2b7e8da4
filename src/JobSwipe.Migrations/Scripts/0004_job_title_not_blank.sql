-- phase: expand
-- Cards without a title were shown. NOT VALID holds for new rows at once and reads none of the old ones, so the lock is short.

ALTER TABLE public.jobs ADD CONSTRAINT jobs_title_not_blank CHECK (btrim(title) <> '') NOT VALID;
