-- What a rehearsal's databases hold before anything is deployed: 5,000 books, every third one read. Deterministic.
insert into books (title, author, created_at, read_at)
select 'Volume ' || n, 'Author ' || n % 97, timestamptz '2026-01-01 00:00Z' + n * interval '1 hour',
       case when n % 3 = 0 then timestamptz '2026-06-01 00:00Z' + n * interval '1 hour' end
from generate_series(1, 5000) n;

analyze;
