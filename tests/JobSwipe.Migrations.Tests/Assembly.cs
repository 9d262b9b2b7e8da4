using JobSwipe.TestDatabases;

[assembly: AssemblyFixture(typeof(Databases))]
