-- transaction: none
-- phase: expand
-- statement-timeout: none
-- The page counts what waits; without this it reads every book for that.

DROP INDEX CONCURRENTLY IF EXISTS public.ix_books_unread;

CREATE INDEX CONCURRENTLY ix_books_unread ON public.books (id) WHERE read_at IS NULL;
