using JobSwipe.TestDatabases;

[assembly: AssemblyFixture(typeof(TestPostgres))]
