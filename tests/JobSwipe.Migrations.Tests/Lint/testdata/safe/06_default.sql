-- One value for all old rows.
ALTER TABLE jobs ADD COLUMN opened_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE jobs ADD COLUMN state text NOT NULL DEFAULT lower('OPEN');
ALTER TABLE jobs ADD COLUMN code text DEFAULT 'x'::character varying(10);
ALTER TABLE jobs ADD COLUMN details jsonb NOT NULL DEFAULT jsonb_build_object('a', coalesce(NULL, 1));
ALTER TABLE jobs ADD COLUMN flag "char" DEFAULT 'f';
ALTER TABLE jobs ADD CHECK (code <> '') NOT VALID;
ALTER DOMAIN email ADD CONSTRAINT email_given CHECK (VALUE <> '') NOT VALID;
