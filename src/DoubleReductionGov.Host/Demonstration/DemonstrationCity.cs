using System.Globalization;
using DoubleReductionGov.Programme.Demonstration;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DoubleReductionGov.Host.Demonstration;

/// <summary>The demonstration city as its file (etc/demo) tells it.</summary>
internal sealed class DemonstrationCity
{
    public string City { get; set; } = "";

    public string ReferenceDate { get; set; } = "";

    /// <summary>The day on which the plan was approved and published.</summary>
    public string PlanDecided { get; set; } = "";

    public List<CountyEntry> Counties { get; set; } = [];

    public List<DepartmentEntry> Departments { get; set; } = [];

    public PeopleEntry People { get; set; } = new();

    public AccountsEntry Accounts { get; set; } = new();

    public Dictionary<string, Dictionary<string, TaskEntry>> Story { get; set; } = [];

    public DateOnly Today => Date(ReferenceDate)!.Value;

    public static DemonstrationCity Read(string name) =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<DemonstrationCity>(ReadText($"demo/{name}.yaml"));

    public static string ReadText(string resource)
    {
        using var stream = typeof(DemonstrationCity).Assembly.GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException($"There is no demonstration file {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The story of a county, or of one that did nothing yet.</summary>
    public CountyStory StoryOf(string countyCode) =>
        new(Today, Story.GetValueOrDefault(countyCode, []).ToDictionary(task => task.Key, task => task.Value.ToStory()));

    internal static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    internal sealed class CountyEntry
    {
        public string Code { get; set; } = "";

        public string Name { get; set; } = "";
    }

    internal sealed class DepartmentEntry
    {
        public string Code { get; set; } = "";

        public string Short { get; set; } = "";

        public string City { get; set; } = "";

        public string County { get; set; } = "";

        public string NameIn(string county) => County.Replace("{county}", county, StringComparison.Ordinal);
    }

    internal sealed class PeopleEntry
    {
        public List<PersonEntry> City { get; set; } = [];

        public Dictionary<string, List<PersonEntry>> Counties { get; set; } = [];
    }

    internal sealed class PersonEntry
    {
        public string Name { get; set; } = "";

        public string? Post { get; set; }

        public string Department { get; set; } = "";
    }

    internal sealed class AccountsEntry
    {
        public List<AccountEntry> City { get; set; } = [];

        public List<AccountEntry> County { get; set; } = [];
    }

    internal sealed class AccountEntry
    {
        public string UserName { get; set; } = "";

        public string Role { get; set; } = "";

        public string? Person { get; set; }

        public string? Department { get; set; }

        public int Index { get; set; }

        /// <summary>Of an account that belongs to nobody in the directory, such as an officer's.</summary>
        public string? Name { get; set; }

        /// <summary>The person who owns the account: by name, or the nth of a department; nobody if the account has a name of its own.</summary>
        public PersonEntry? PersonAmong(IEnumerable<PersonEntry> people) =>
            Name is not null ? null
            : Person is null ? people.Where(person => person.Department == Department).ElementAt(Index) : people.First(person => person.Name == Person);
    }

    internal sealed class TaskEntry
    {
        public string? Started { get; set; }

        public Dictionary<string, object> Steps { get; set; } = [];

        public string? Note { get; set; }

        public List<EvidenceEntry> Evidence { get; set; } = [];

        public string? Claimed { get; set; }

        public string? ClaimNote { get; set; }

        public string? Verified { get; set; }

        public string? Returned { get; set; }

        public string? ReturnReason { get; set; }

        public ExtensionEntry? Extension { get; set; }

        public TaskStory ToStory() => new()
        {
            Started = Date(Started),
            Steps = Steps.ToDictionary(step => step.Key, step => StepOf(step.Value)),
            Note = Note,
            Evidence = Evidence.ConvertAll(evidence => new EvidenceStory(evidence.Step, evidence.File)),
            Claimed = Date(Claimed),
            ClaimNote = ClaimNote,
            Verified = Date(Verified),
            Returned = Date(Returned),
            ReturnReason = ReturnReason,
            Extension = Extension is null ? null : new ExtensionStory(Date(Extension.NewDue)!.Value, Extension.Reason, Date(Extension.Asked)!.Value),
        };

        // A percent, or {value: figure}.
        private static StepStory StepOf(object value) => value is IDictionary<object, object> figure
            ? new StepStory(null, decimal.Parse((string)figure["value"], CultureInfo.InvariantCulture))
            : new StepStory(int.Parse((string)value, CultureInfo.InvariantCulture), null);
    }

    internal sealed class EvidenceEntry
    {
        public string? Step { get; set; }

        public string File { get; set; } = "";
    }

    internal sealed class ExtensionEntry
    {
        public string NewDue { get; set; } = "";

        public string Reason { get; set; } = "";

        public string Asked { get; set; } = "";
    }
}
