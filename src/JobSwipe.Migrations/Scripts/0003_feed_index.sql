-- transaction: none
-- phase: expand
-- statement-timeout: none
-- The feed is read newest first and continued from (created_at, id); an index of created_at alone sorts the ties again on every page.

DROP INDEX CONCURRENTLY IF EXISTS public.ix_jobs_feed;

CREATE INDEX CONCURRENTLY ix_jobs_feed ON public.jobs (created_at DESC NULLS LAST, id DESC);
