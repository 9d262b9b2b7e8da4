ALTER TABLE jobs VALIDATE CONSTRAINT jobs_company_given;
