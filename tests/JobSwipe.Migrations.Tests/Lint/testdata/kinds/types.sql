CREATE TABLE IF NOT EXISTS letters (
  a char(3), b bpchar, c character(3)[], d national character(4),
  e int, f smallint[], g serial4, h smallserial, i bigserial, j int2,
  k varchar(10), l character varying(20) NOT NULL, m timestamp(3), n timestamp without time zone DEFAULT now(),
  the_name_of_this_column_is_so_long_that_postgresql_will_cut_it_off_somewhere bigint
);
CREATE DOMAIN short_text AS text COLLATE "C" DEFAULT '' CONSTRAINT is_short CHECK (length(VALUE) < 10);
CREATE DOMAIN given_text text NOT NULL;
ALTER DOMAIN short_text ADD CHECK (VALUE <> 'x');
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'bored';
DROP TYPE mood;
