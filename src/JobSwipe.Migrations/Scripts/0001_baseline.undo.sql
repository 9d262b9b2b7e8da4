-- Takes everything away, and therefore refuses while there is anything to lose: restoring a backup is the way back then.

DO $$
DECLARE
  name text;
  has_rows boolean;
BEGIN
  FOREACH name IN ARRAY ARRAY['api_key_usage_logs', 'api_keys', 'application_audit_logs', 'application_tasks', 'candidate_profiles', 'cover_letter_templates', 'device_tokens', 'domains', 'failed_login_attempts', 'job_index', 'jobs', 'notification_templates', 'notifications', 'user_job_interactions', 'user_notification_preferences', 'users'] LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO has_rows;
    IF has_rows THEN
      RAISE EXCEPTION 'public.% has rows; the baseline is undone only in an empty database', name;
    END IF;
  END LOOP;
END
$$;

DROP TABLE
  public.api_key_usage_logs,
  public.api_keys,
  public.application_audit_logs,
  public.application_tasks,
  public.candidate_profiles,
  public.cover_letter_templates,
  public.device_tokens,
  public.domains,
  public.failed_login_attempts,
  public.job_index,
  public.jobs,
  public.notification_templates,
  public.notifications,
  public.user_job_interactions,
  public.user_notification_preferences,
  public.users;
