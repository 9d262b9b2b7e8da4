global using JobSwipe.Storage;
global using JobSwipe.TestDatabases;
global using JobSwipe.Tools.Postgres;
