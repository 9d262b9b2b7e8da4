-- The first of the three steps of adding-not-nullable-field.
ALTER TABLE jobs ADD CONSTRAINT jobs_company_given CHECK (company IS NOT NULL) NOT VALID;
