-- What a rehearsal's databases hold before anything is deployed: 500 users, 10,000 jobs, 20,000 swipes.
-- Deterministic: ids and choices come from md5, so two rehearsals see the same data.

insert into users (id, email, password_hash, status, role, created_at, email_verified, mfa_enabled)
select md5('user-' || n)::uuid,
       'user' || n || '@example.com',
       '$2b$12$' || md5('salt-' || n) || substr(md5('hash-' || n), 1, 21),
       case when n % 50 = 0 then 'suspended' else 'active' end,
       case when n % 100 = 0 then 'admin' else 'user' end,
       timestamp '2026-01-01' + n * interval '7 hours',
       n % 7 <> 0,
       n % 9 = 0
from generate_series(1, 500) n;

insert into candidate_profiles (id, user_id, full_name, location, headline, skills, parsed_at)
select md5('profile-' || n)::uuid,
       md5('user-' || n)::uuid,
       (array['Ada', 'Grace', 'Linus', 'Margaret', 'Edsger', 'Barbara', 'Alan', 'Radia'])[1 + n % 8] || ' ' ||
       (array['Okafor', 'Lindqvist', 'Marino', 'Tanaka', 'Novak', 'Silva', 'Haddad', 'Jensen', 'Kowalska'])[1 + n % 9],
       (array['Berlin', 'Lisbon', 'Toronto', 'Austin', 'Remote', 'Nairobi', 'Osaka'])[1 + n % 7],
       (array['Backend engineer', 'Product designer', 'Data scientist', 'Site reliability engineer', 'Mobile developer'])[1 + n % 5],
       json_build_array(
         (array['python', 'sql', 'kotlin', 'go', 'react'])[1 + n % 5],
         (array['docker', 'figma', 'spark', 'terraform', 'flutter'])[1 + n % 5]),
       timestamp '2026-01-02' + n * interval '7 hours'
from generate_series(1, 450) n;

insert into jobs (id, source, external_id, title, company, location, description, raw_json, apply_url, salary_range, type, created_at, updated_at)
select md5('job-' || n)::uuid,
       source,
       upper(substr(md5('external-' || n), 1, 10)),
       level || ' ' || role,
       company,
       city,
       'Join ' || company || ' in ' || city || ' as a ' || lower(level) || ' ' || lower(role) || '. You will ' || task ||
       ', work with a team of ' || (3 + n % 12) || ', and own what you ship. We offer ' || offer || '.',
       json_build_object('source', source, 'position', n, 'tags', json_build_array(lower(role), lower(city), lower(level))),
       'https://jobs.example.com/' || md5('job-' || n),
       (45 + n % 60) || ',000 – ' || (60 + n % 60 + n % 25) || ',000 ' || case when n % 3 = 0 then 'USD' else 'EUR' end,
       (array['full-time', 'full-time', 'full-time', 'contract', 'part-time'])[1 + n % 5],
       timestamp '2026-06-01' + n * interval '23 minutes',
       timestamp '2026-06-01' + n * interval '23 minutes'
from generate_series(1, 10000) n
cross join lateral (select
       (array['greenhouse', 'lever', 'workable', 'rss'])[1 + n % 4] as source,
       (array['Junior', 'Senior', 'Lead', 'Staff', 'Principal'])[1 + (n / 3) % 5] as level,
       (array['Backend Engineer', 'Frontend Engineer', 'Data Engineer', 'Product Designer', 'Site Reliability Engineer',
              'Mobile Developer', 'Machine Learning Engineer', 'Engineering Manager', 'QA Engineer', 'Security Engineer'])[1 + n % 10] as role,
       (array['Northwind', 'Lumen Labs', 'Harbor & Pine', 'Quanta', 'Fjord Systems', 'Kite Mobility', 'Papertrail',
              'Orchard Health', 'Saffron', 'Blue Heron', 'Tessellate', 'Granite Works', 'Mosaic'])[1 + (n / 7) % 13] as company,
       (array['Berlin', 'Lisbon', 'Toronto', 'Austin', 'Remote', 'Nairobi', 'Osaka', 'Copenhagen', 'Bogotá'])[1 + (n / 5) % 9] as city,
       (array['design the services behind our product', 'make the slow parts fast', 'keep the lights on and the pager quiet',
              'turn research into features', 'build tools that other teams love'])[1 + (n / 11) % 5] as task,
       (array['four weeks of leave', 'a four-day week in summer', 'a budget to learn', 'equity and a fair salary'])[1 + (n / 13) % 4] as offer
) chosen;

-- Some people swipe the same job twice: the application allowed it, and a migration has to cope with it.
insert into user_job_interactions (id, user_id, job_id, action, created_at)
select md5('swipe-' || n)::uuid,
       md5('user-' || (1 + n % 480))::uuid,
       md5('job-' || (1 + (n * 37) % 9900))::uuid,
       case when n % 3 = 0 then 'right' else 'left' end,
       timestamp '2026-09-01' + n * interval '5 minutes'
from generate_series(1, 20000) n
union all
select md5('again-' || n)::uuid,
       md5('user-' || (1 + n % 480))::uuid,
       md5('job-' || (1 + (n * 37) % 9900))::uuid,
       'right',
       timestamp '2026-11-15' + n * interval '1 minute'
from generate_series(1, 200) n;

insert into application_tasks (id, user_id, job_id, status, attempt_count, created_at, updated_at)
select md5('task-' || n)::uuid,
       md5('user-' || (1 + n % 480))::uuid,
       md5('job-' || (1 + (n * 37) % 9900))::uuid,
       (array['submitted', 'submitted', 'queued', 'failed'])[1 + n % 4],
       1 + n % 3,
       timestamp '2026-09-02' + n * interval '30 minutes',
       timestamp '2026-09-02' + n * interval '31 minutes'
from generate_series(3, 3000, 3) n;

insert into notifications (id, user_id, type, title, message, read, delivered, created_at)
select md5('notification-' || n)::uuid,
       md5('user-' || (1 + n % 480))::uuid,
       'match',
       'A new match',
       'A job that fits your profile was posted.',
       n % 2 = 0,
       true,
       timestamp '2026-09-03' + n * interval '20 minutes'
from generate_series(1, 3000) n;

analyze;
