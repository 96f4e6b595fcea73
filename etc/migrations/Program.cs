// Started by `dotnet ef` only, which asks the host's factories (SqliteDesignTimeFactory, PostgresDesignTimeFactory) for contexts.
Console.Error.WriteLine("Run etc/migrations/add NAME.");
return 1;
