namespace DoubleReductionGov.Programme;

/// <summary>Settings of this module. All may differ by county unless it says otherwise.</summary>
public static class ProgrammeSettings
{
    /// <summary>Points behind the plan from which a task is yellow. A change of one of the first four counts from the next start on.</summary>
    public const string YellowLagPoints = "Programme.Lights.YellowLagPoints";

    /// <summary>Points behind the plan from which a task is red.</summary>
    public const string RedLagPoints = "Programme.Lights.RedLagPoints";

    /// <summary>Calendar days before the due date from which a task that is not nearly done is yellow.</summary>
    public const string NearDueDays = "Programme.Lights.NearDueDays";

    /// <summary>Percent from which a task counts as nearly done.</summary>
    public const string NearDueProgress = "Programme.Lights.NearDueProgress";

    /// <summary>Percent of a county's tasks by weight; with as many red, the county is red. The city's value counts.</summary>
    public const string CountyRedShare = "Programme.Lights.CountyRedShare";

    /// <summary>Percent of a county's tasks by weight; with as many red or yellow, the county is yellow. The city's value counts.</summary>
    public const string CountyYellowShare = "Programme.Lights.CountyYellowShare";

    /// <summary>How often the due date of one task may be moved.</summary>
    public const string MaximumExtensions = "Programme.Extensions.Maximum";

    /// <summary>Largest file of evidence in megabytes.</summary>
    public const string MaximumEvidenceMegabytes = "Programme.Evidence.MaximumMegabytes";

    /// <summary>The day that counts as today, as yyyy-MM-dd; empty: the real day in China.</summary>
    public const string ReferenceDate = "Programme.ReferenceDate";

    /// <summary>Whether the city may set <see cref="ReferenceDate"/>: "true" in a demonstration only.</summary>
    public const string ReferenceDateIsSettable = "Programme.ReferenceDate.IsSettable";

    /// <summary>With which thresholds a county's lights were last computed; kept by the module itself.</summary>
    public const string AppliedLightThresholds = "Programme.Lights.Applied";
}
