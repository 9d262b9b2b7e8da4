ALTER TABLE public.jobs DROP COLUMN IF EXISTS salary_currency;
