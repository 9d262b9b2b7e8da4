-- transaction: none
-- statement-timeout: none

DROP INDEX CONCURRENTLY IF EXISTS public.ix_books_unread;
