-- phase: expand
-- Salaries are to be compared, and the currency stands only inside the text of salary_range. No default, no rewrite: a moment's lock.

ALTER TABLE public.jobs ADD COLUMN salary_currency text;
