DROP TABLE public.books;
