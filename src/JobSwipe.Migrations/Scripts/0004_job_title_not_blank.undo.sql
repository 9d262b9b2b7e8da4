ALTER TABLE public.jobs DROP CONSTRAINT IF EXISTS jobs_title_not_blank;
