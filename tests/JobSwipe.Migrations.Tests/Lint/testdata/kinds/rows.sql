UPDATE offers SET code = 'a', salary = 2, code = 'b';
UPDATE offers AS o SET (code, salary) = ('a', 2), salary = 3 FROM jobs WHERE jobs.id = o.job_id;
INSERT INTO offers (code, salary, code) VALUES ('a', 1, 'b');
INSERT INTO offers (code) VALUES ('a') ON CONFLICT (code) DO UPDATE SET salary = 1, salary = excluded.salary;
TRUNCATE offers, jobs RESTART IDENTITY CASCADE;
DROP TABLE old_offers, older_offers;
DROP DATABASE IF EXISTS jobs;
