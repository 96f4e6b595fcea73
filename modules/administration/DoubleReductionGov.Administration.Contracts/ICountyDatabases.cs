namespace DoubleReductionGov.Administration;

/// <summary>The databases of counties, which the host knows how to make.</summary>
public interface ICountyDatabases
{
    /// <summary>
    /// Makes a county usable without a restart: its own database if it has one, the newest schema, its roles. Can be repeated. Call it
    /// when no transaction is open.
    /// </summary>
    /// <param name="countyId">The county's tenant id.</param>
    Task PrepareAsync(Guid countyId);

    /// <summary>Whether a database, or a server on which one can be made, answers to this connection string.</summary>
    /// <param name="connectionString">As PostgreSQL or SQLite expects it; never logged.</param>
    Task<bool> CanConnectAsync(string connectionString);
}
