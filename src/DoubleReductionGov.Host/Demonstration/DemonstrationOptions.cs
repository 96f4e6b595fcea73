namespace DoubleReductionGov.Host.Demonstration;

/// <summary>Whether an empty installation is filled with the demonstration city.</summary>
public sealed class DemonstrationOptions
{
    /// <summary>One password for all demonstration accounts; the host refuses to start with it outside Development.</summary>
    public const string Password = "Quzhou@2021";

    /// <summary>Loads the city when the database has no county yet.</summary>
    public bool Enabled { get; set; }

    /// <summary>Which city: a file of etc/demo, without its extension.</summary>
    public string City { get; set; } = "quzhou";

    /// <summary>Which plan is played: a file of etc/programmes, without its extension.</summary>
    public string Plan { get; set; } = "quzhou-2021";
}
