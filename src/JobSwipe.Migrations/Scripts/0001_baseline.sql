-- phase: expand
-- The schema that JobSwipe had under Alembic, revision 2db8062baa3d, as pg_dump writes it: 16 tables and nothing else.
-- A database that has it already is adopted, not migrated.
-- lint: allow prefer-timestamp-tz because the application writes UTC into these columns, and the schema is that of production as it is
-- lint: allow prefer-bigint-over-int because these are codes, sizes, counters and limits, none of them keys
-- lint: allow prefer-text-field because the schema is that of production as it is, and a key's prefix keeps its length
-- lint: allow json-column because the application was built on these, and production has rows in them

CREATE TABLE public.api_key_usage_logs (
  id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  endpoint character varying NOT NULL,
  method character varying NOT NULL,
  status_code integer,
  request_size integer,
  response_size integer,
  duration_ms integer,
  ip_address character varying,
  user_agent character varying,
  error_type character varying,
  created_at timestamp without time zone
);

CREATE TABLE public.api_keys (
  id uuid NOT NULL,
  key_prefix character varying(8) NOT NULL,
  key_hash character varying NOT NULL,
  name character varying NOT NULL,
  description text,
  service_type character varying NOT NULL,
  permissions json,
  rate_limit integer,
  is_active boolean,
  expires_at timestamp without time zone,
  last_used_at timestamp without time zone,
  last_used_ip character varying,
  usage_count integer,
  created_by uuid NOT NULL,
  created_at timestamp without time zone,
  updated_at timestamp without time zone
);

CREATE TABLE public.application_audit_logs (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  step character varying NOT NULL,
  payload json,
  artifacts json,
  "timestamp" timestamp without time zone
);

CREATE TABLE public.application_tasks (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  job_id uuid NOT NULL,
  status character varying,
  attempt_count integer,
  last_error text,
  assigned_worker character varying,
  created_at timestamp without time zone,
  updated_at timestamp without time zone
);

CREATE TABLE public.candidate_profiles (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  full_name character varying,
  phone character varying,
  location character varying,
  headline character varying,
  work_experience json,
  education json,
  skills json,
  resume_file_url character varying,
  parsed_at timestamp without time zone
);

CREATE TABLE public.cover_letter_templates (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  title character varying,
  template_body text,
  style_params json,
  created_at timestamp without time zone
);

CREATE TABLE public.device_tokens (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  device_id character varying NOT NULL,
  platform character varying NOT NULL,
  token character varying NOT NULL,
  app_version character varying,
  last_used timestamp without time zone,
  created_at timestamp without time zone
);

CREATE TABLE public.domains (
  id uuid NOT NULL,
  host character varying NOT NULL,
  ats_type character varying,
  rate_limit_policy json,
  captcha_type character varying,
  last_status character varying
);

CREATE TABLE public.failed_login_attempts (
  id uuid NOT NULL,
  user_id uuid,
  email character varying NOT NULL,
  ip_address character varying NOT NULL,
  user_agent character varying,
  attempted_at timestamp without time zone
);

CREATE TABLE public.job_index (
  job_id uuid NOT NULL,
  search_vector json,
  facets json,
  indexed_at timestamp without time zone
);

CREATE TABLE public.jobs (
  id uuid NOT NULL,
  source character varying NOT NULL,
  external_id character varying,
  title character varying NOT NULL,
  company character varying,
  location character varying,
  description text,
  raw_json json,
  apply_url character varying,
  salary_range character varying,
  type character varying,
  created_at timestamp without time zone,
  updated_at timestamp without time zone
);

CREATE TABLE public.notification_templates (
  id uuid NOT NULL,
  name character varying NOT NULL,
  title_template character varying NOT NULL,
  message_template text NOT NULL,
  email_html_template text,
  channels json,
  is_active boolean,
  created_at timestamp without time zone,
  updated_at timestamp without time zone
);

CREATE TABLE public.notifications (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  task_id uuid,
  type character varying NOT NULL,
  title character varying NOT NULL,
  message text NOT NULL,
  data json,
  read boolean,
  delivered boolean,
  created_at timestamp without time zone,
  read_at timestamp without time zone
);

CREATE TABLE public.user_job_interactions (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  job_id uuid NOT NULL,
  action character varying NOT NULL,
  created_at timestamp without time zone,
  interaction_metadata json
);

CREATE TABLE public.user_notification_preferences (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  push_enabled boolean,
  push_application_submitted boolean,
  push_application_completed boolean,
  push_application_failed boolean,
  push_captcha_detected boolean,
  push_job_match_found boolean,
  push_system_notification boolean,
  email_enabled boolean,
  email_application_submitted boolean,
  email_application_completed boolean,
  email_application_failed boolean,
  email_captcha_detected boolean,
  email_job_match_found boolean,
  email_system_notification boolean,
  quiet_hours_enabled boolean,
  quiet_hours_start character varying,
  quiet_hours_end character varying,
  created_at timestamp without time zone,
  updated_at timestamp without time zone
);

CREATE TABLE public.users (
  id uuid NOT NULL,
  email character varying NOT NULL,
  password_hash character varying NOT NULL,
  status character varying,
  role character varying,
  created_at timestamp without time zone,
  email_verified boolean,
  mfa_enabled boolean,
  mfa_secret character varying,
  mfa_backup_codes json,
  lockout_until timestamp without time zone
);

ALTER TABLE ONLY public.api_key_usage_logs
  ADD CONSTRAINT api_key_usage_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_keys
  ADD CONSTRAINT api_keys_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.application_audit_logs
  ADD CONSTRAINT application_audit_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.application_tasks
  ADD CONSTRAINT application_tasks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.candidate_profiles
  ADD CONSTRAINT candidate_profiles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cover_letter_templates
  ADD CONSTRAINT cover_letter_templates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device_tokens
  ADD CONSTRAINT device_tokens_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device_tokens
  ADD CONSTRAINT device_tokens_token_key UNIQUE (token);

ALTER TABLE ONLY public.domains
  ADD CONSTRAINT domains_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.failed_login_attempts
  ADD CONSTRAINT failed_login_attempts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.job_index
  ADD CONSTRAINT job_index_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY public.jobs
  ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notification_templates
  ADD CONSTRAINT notification_templates_name_key UNIQUE (name);

ALTER TABLE ONLY public.notification_templates
  ADD CONSTRAINT notification_templates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notifications
  ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_keys
  ADD CONSTRAINT unique_key_prefix UNIQUE (key_prefix);

ALTER TABLE ONLY public.device_tokens
  ADD CONSTRAINT unique_user_device UNIQUE (user_id, device_id);

ALTER TABLE ONLY public.user_job_interactions
  ADD CONSTRAINT user_job_interactions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_notification_preferences
  ADD CONSTRAINT user_notification_preferences_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_notification_preferences
  ADD CONSTRAINT user_notification_preferences_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY public.users
  ADD CONSTRAINT users_pkey PRIMARY KEY (id);

CREATE INDEX ix_api_key_usage_logs_created_at ON public.api_key_usage_logs USING btree (created_at);

CREATE UNIQUE INDEX ix_api_keys_key_prefix ON public.api_keys USING btree (key_prefix);

CREATE INDEX ix_application_tasks_status ON public.application_tasks USING btree (status);

CREATE UNIQUE INDEX ix_domains_host ON public.domains USING btree (host);

CREATE INDEX ix_failed_login_attempts_attempted_at ON public.failed_login_attempts USING btree (attempted_at);

CREATE INDEX ix_failed_login_attempts_email ON public.failed_login_attempts USING btree (email);

CREATE INDEX ix_jobs_company ON public.jobs USING btree (company);

CREATE INDEX ix_jobs_created_at ON public.jobs USING btree (created_at);

CREATE INDEX ix_jobs_location ON public.jobs USING btree (location);

CREATE INDEX ix_jobs_title ON public.jobs USING btree (title);

CREATE INDEX ix_jobs_type ON public.jobs USING btree (type);

CREATE INDEX ix_user_job_interactions_job_id ON public.user_job_interactions USING btree (job_id);

CREATE INDEX ix_user_job_interactions_user_id ON public.user_job_interactions USING btree (user_id);

CREATE UNIQUE INDEX ix_users_email ON public.users USING btree (email);

ALTER TABLE ONLY public.api_key_usage_logs
  ADD CONSTRAINT api_key_usage_logs_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES public.api_keys(id);

ALTER TABLE ONLY public.api_keys
  ADD CONSTRAINT api_keys_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.application_audit_logs
  ADD CONSTRAINT application_audit_logs_task_id_fkey FOREIGN KEY (task_id) REFERENCES public.application_tasks(id);

ALTER TABLE ONLY public.application_tasks
  ADD CONSTRAINT application_tasks_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.jobs(id);

ALTER TABLE ONLY public.application_tasks
  ADD CONSTRAINT application_tasks_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.candidate_profiles
  ADD CONSTRAINT candidate_profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.cover_letter_templates
  ADD CONSTRAINT cover_letter_templates_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.device_tokens
  ADD CONSTRAINT device_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.failed_login_attempts
  ADD CONSTRAINT failed_login_attempts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.job_index
  ADD CONSTRAINT job_index_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.jobs(id);

ALTER TABLE ONLY public.notifications
  ADD CONSTRAINT notifications_task_id_fkey FOREIGN KEY (task_id) REFERENCES public.application_tasks(id);

ALTER TABLE ONLY public.notifications
  ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.user_job_interactions
  ADD CONSTRAINT user_job_interactions_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.jobs(id);

ALTER TABLE ONLY public.user_job_interactions
  ADD CONSTRAINT user_job_interactions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.user_notification_preferences
  ADD CONSTRAINT user_notification_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
