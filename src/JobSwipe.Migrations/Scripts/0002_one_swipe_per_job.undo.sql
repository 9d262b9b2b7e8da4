-- transaction: none
-- statement-timeout: none
-- Duplicates that were removed stay removed: the last swipe is what the application goes by.

DROP INDEX CONCURRENTLY IF EXISTS public.ux_user_job_interactions_user_job;
