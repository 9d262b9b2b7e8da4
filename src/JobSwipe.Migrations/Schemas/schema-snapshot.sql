with schemas as (
  select oid, nspname from pg_catalog.pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'delivery')
    and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_namespace'::regclass and d.objid = pg_namespace.oid and d.deptype = 'e')
),
classes as (
  select c.*, s.nspname, format('%I.%I', s.nspname, c.relname) as name
  from pg_catalog.pg_class c join schemas s on s.oid = c.relnamespace
  where not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    and c.relname not in ('alembic_version', 'schemaversions', 'schemaversions_schemaversionsid_seq')
),
relations as (select * from classes where relkind in ('r', 'p', 'v', 'm', 'f')),
functions as (
  select p.*, format('%I.%I(%s)', s.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as name
  from pg_catalog.pg_proc p join schemas s on s.oid = p.pronamespace
  where not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
),
types as (
  select t.*, format('%I.%I', s.nspname, t.typname) as name
  from pg_catalog.pg_type t join schemas s on s.oid = t.typnamespace
  where not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
)
select 'schema ' || nspname, 'exists' from schemas
union all
select 'extension ' || extname, 'version ' || extversion from pg_catalog.pg_extension where extname <> 'plpgsql'
union all
select case relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table ' else 'table ' end || name,
  concat_ws(', ',
    case relpersistence when 'u' then 'unlogged' when 't' then 'temporary' else 'permanent' end,
    case when relkind = 'p' then 'partitioned by ' || pg_catalog.pg_get_partkeydef(oid) end,
    case when relispartition then 'partition ' || pg_catalog.pg_get_expr(relpartbound, oid) end,
    (select 'inherits ' || string_agg(inhparent::regclass::text, ', ' order by inhseqno) from pg_catalog.pg_inherits where inhrelid = relations.oid),
    case when relrowsecurity then 'row security' end, case when relforcerowsecurity then 'forced row security' end,
    'options ' || array_to_string(reloptions, ' '),
    case when relkind in ('v', 'm') then 'as ' || pg_catalog.pg_get_viewdef(oid) end)
from relations
union all
select 'column ' || r.name || '.' || quote_ident(a.attname),
  concat_ws(', ', pg_catalog.format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
    case when a.attcollation <> t.typcollation then 'collation ' || a.attcollation::regcollation::text end,
    case a.attidentity when 'a' then 'identity always' when 'd' then 'identity by default' end,
    case when a.attgenerated <> '' then 'generated ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) else 'default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) end,
    'place ' || (select count(*) from pg_catalog.pg_attribute before where before.attrelid = a.attrelid and before.attnum between 1 and a.attnum and not before.attisdropped))
from relations r join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where r.relkind in ('r', 'p', 'f')
union all
select 'constraint ' || r.name || '.' || quote_ident(o.conname), pg_catalog.pg_get_constraintdef(o.oid)
from relations r join pg_catalog.pg_constraint o on o.conrelid = r.oid where o.contype in ('c', 'f', 'p', 'u', 'x')
union all
select 'index ' || i.name, pg_catalog.pg_get_indexdef(i.oid) || case when x.indisvalid then '' else ' (invalid)' end || case when x.indisclustered then ' (clustered)' else '' end
from classes i join pg_catalog.pg_index x on x.indexrelid = i.oid join relations r on r.oid = x.indrelid
union all
select 'sequence ' || c.name, concat_ws(', ', pg_catalog.format_type(q.seqtypid, null), 'start ' || q.seqstart, 'increment ' || q.seqincrement,
  'from ' || q.seqmin || ' to ' || q.seqmax, case when q.seqcycle then 'cycle' end,
  (select 'owned by ' || d.refobjid::regclass::text || '.' || a.attname from pg_catalog.pg_depend d
   join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
   where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')))
from classes c join pg_catalog.pg_sequence q on q.seqrelid = c.oid
union all
select case prokind when 'p' then 'procedure ' when 'a' then 'aggregate ' else 'function ' end || name,
  case when prokind = 'a' then pg_catalog.pg_get_function_result(oid) else pg_catalog.pg_get_functiondef(oid) end
from functions
union all
select 'trigger ' || r.name || '.' || quote_ident(g.tgname), pg_catalog.pg_get_triggerdef(g.oid) || case g.tgenabled when 'D' then ' (disabled)' when 'O' then '' else ' (' || g.tgenabled::text || ')' end
from relations r join pg_catalog.pg_trigger g on g.tgrelid = r.oid where not g.tgisinternal
union all
select 'event trigger ' || evtname, concat_ws(' ', evtevent, evtfoid::regproc::text, evtenabled::text) from pg_catalog.pg_event_trigger
union all
select 'rule ' || r.name || '.' || quote_ident(u.rulename), pg_catalog.pg_get_ruledef(u.oid)
from relations r join pg_catalog.pg_rewrite u on u.ev_class = r.oid where u.rulename <> '_RETURN'
union all
select 'policy ' || r.name || '.' || quote_ident(p.polname), concat_ws(', ', p.polcmd::text, case when p.polpermissive then 'permissive' else 'restrictive' end,
  'using ' || pg_catalog.pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
from relations r join pg_catalog.pg_policy p on p.polrelid = r.oid
union all
select 'statistics ' || format('%I.%I', s.nspname, e.stxname), pg_catalog.pg_get_statisticsobjdef(e.oid)
from pg_catalog.pg_statistic_ext e join schemas s on s.oid = e.stxnamespace
union all
select 'type ' || name, case typtype
  when 'e' then 'enum ' || (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_catalog.pg_enum where enumtypid = types.oid)
  when 'd' then concat_ws(', ', 'domain of ' || pg_catalog.format_type(typbasetype, typtypmod), case when typnotnull then 'not null' end, 'default ' || typdefault,
    (select string_agg(conname || ' ' || pg_catalog.pg_get_constraintdef(oid), ', ' order by conname) from pg_catalog.pg_constraint where contypid = types.oid and contype = 'c'))
  when 'r' then 'range of ' || (select pg_catalog.format_type(rngsubtype, null) from pg_catalog.pg_range where rngtypid = types.oid)
  else 'composite ' || (select string_agg(quote_ident(attname) || ' ' || pg_catalog.format_type(atttypid, atttypmod), ', ' order by attnum)
    from pg_catalog.pg_attribute where attrelid = types.typrelid and attnum > 0 and not attisdropped) end
from types
where typtype in ('e', 'd', 'r') or (typtype = 'c' and exists (select from pg_catalog.pg_class c where c.oid = types.typrelid and c.relkind = 'c'))
union all
select 'comment on ' || case when m.objsubid > 0 then 'column ' else '' end || r.name || coalesce('.' || quote_ident(a.attname), ''), m.description
from relations r join pg_catalog.pg_description m on m.classoid = 'pg_catalog.pg_class'::regclass and m.objoid = r.oid
left join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum = m.objsubid and m.objsubid > 0
