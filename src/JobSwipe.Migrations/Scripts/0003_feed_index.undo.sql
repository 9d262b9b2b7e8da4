-- transaction: none
-- statement-timeout: none

DROP INDEX CONCURRENTLY IF EXISTS public.ix_jobs_feed;
