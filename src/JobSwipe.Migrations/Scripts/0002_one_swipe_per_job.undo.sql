-- transaction: none
-- statement-timeout: none
-- Duplicates that were removed stay removed: they said nothing that the first swipe did not.

DROP INDEX CONCURRENTLY IF EXISTS public.ux_user_job_interactions_user_job;
