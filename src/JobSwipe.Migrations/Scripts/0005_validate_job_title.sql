-- transaction: none
-- phase: expand
-- statement-timeout: none
-- Old cards get the company's name as their title. Validation reads the whole table under a lock that lets reads and writes pass,
-- in another transaction than the one that added the constraint under a stronger lock.

UPDATE public.jobs SET title = coalesce(nullif(btrim(company), ''), 'Untitled') WHERE btrim(title) = '';

ALTER TABLE public.jobs VALIDATE CONSTRAINT jobs_title_not_blank;
