-- transaction: none
-- phase: expand
-- statement-timeout: none
-- A person swipes a job once. The application looked before it wrote, which two requests at the same time pass both.
-- Every statement can be repeated: an index that a concurrent build left invalid is dropped first, and when somebody writes a
-- duplicate between the two steps the build fails with 23505 and the script starts again.

DROP INDEX CONCURRENTLY IF EXISTS public.ux_user_job_interactions_user_job;

-- The last swipe counts, as in the application. In batches: a long transaction would keep vacuum from working and hold its
-- row locks to the end.
DO $$
DECLARE
  removed integer;
BEGIN
  LOOP
    DELETE FROM public.user_job_interactions
    WHERE id IN (
      SELECT id
      FROM (
        SELECT id, row_number() OVER (PARTITION BY user_id, job_id ORDER BY created_at DESC NULLS LAST, id DESC) AS place
        FROM public.user_job_interactions
      ) numbered
      WHERE place > 1
      LIMIT 5000
    );
    GET DIAGNOSTICS removed = ROW_COUNT;
    COMMIT;
    EXIT WHEN removed = 0;
  END LOOP;
END
$$;

CREATE UNIQUE INDEX CONCURRENTLY ux_user_job_interactions_user_job ON public.user_job_interactions (user_id, job_id);
