global using JobSwipe.TestDatabases;
