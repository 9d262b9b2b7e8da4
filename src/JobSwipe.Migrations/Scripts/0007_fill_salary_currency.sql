-- transaction: none
-- phase: expand
-- statement-timeout: none
-- Walks along the primary key in batches, each committed: no row is locked for long, and what cannot be read is passed by once.
-- Repeating it only looks at rows that are still empty.

DO $$
DECLARE
  last_id uuid := '00000000-0000-0000-0000-000000000000';
  batch uuid[];
BEGIN
  LOOP
    SELECT array_agg(id ORDER BY id) INTO batch
    FROM (SELECT id FROM public.jobs WHERE id > last_id ORDER BY id LIMIT 2000) next;
    EXIT WHEN batch IS NULL;

    UPDATE public.jobs
    SET salary_currency = CASE
      WHEN salary_range ~ '\mUSD\M|\$' THEN 'USD'
      WHEN salary_range ~ '\mEUR\M|€' THEN 'EUR'
      WHEN salary_range ~ '\mGBP\M|£' THEN 'GBP'
    END
    WHERE id = ANY (batch)
      AND salary_currency IS NULL
      AND salary_range ~ '\m(USD|EUR|GBP)\M|[$€£]';
    COMMIT;

    last_id := batch[array_upper(batch, 1)];
  END LOOP;
END
$$;
