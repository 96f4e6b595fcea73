using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Evidence;
using DoubleReductionGov.Programme.Lights;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp;
using Volo.Abp.Guids;

namespace DoubleReductionGov.Programme;

/// <summary>The named fixtures: a city with two counties, their departments and people, and the thresholds that hold by default.</summary>
internal static class Cast
{
    public static readonly CountyInfo Kecheng = new(new Guid("33080200-0000-0000-0000-000000000000"), "330802", "柯城区");
    public static readonly CountyInfo Qujiang = new(new Guid("33080300-0000-0000-0000-000000000000"), "330803", "衢江区");

    public static readonly OrganisationInfo CityEducation = new(new Guid("e0000000-0000-0000-0000-000000000001"), "EDU", "市教育局", "教育局");
    public static readonly OrganisationInfo CityFinance = new(new Guid("f0000000-0000-0000-0000-000000000001"), "FIN", "市财政局", "财政局");
    public static readonly OrganisationInfo Education = new(new Guid("e0000000-0000-0000-0000-000000000002"), "EDU", "柯城区教育局", "教育局");
    public static readonly OrganisationInfo Finance = new(new Guid("f0000000-0000-0000-0000-000000000002"), "FIN", "柯城区财政局", "财政局");

    public static readonly PersonInfo CityLi = Person("李督导", null, CityEducation);
    public static readonly PersonInfo CityWang = Person("王会计", null, CityFinance);
    public static readonly PersonInfo Zhang = Person("张敏", "科长", Education);
    public static readonly PersonInfo Chen = Person("陈静", null, Education);

    public static readonly PlanPeople CityPeople = new([CityEducation, CityFinance], [CityLi, CityWang]);

    public static readonly LightThresholds Thresholds = new(YellowLagPoints: 10, RedLagPoints: 25, NearDueDays: 7, NearDueProgress: 80);

    public static readonly DateOnly Start = new(2021, 9, 1);
    public static readonly DateOnly Due = new(2021, 12, 10);
    public static readonly Measure Documents = new(MeasureKind.Evidence, "制度文件", null, null);
    public static readonly Measure SixtyPlaces = new(MeasureKind.Number, "建成的社区学习点", 60, "家");

    public static readonly IGuidGenerator Guids = new Version7();

    public static Actor ZhangActing { get; } = Actor.Of(Zhang, [Education]);

    public static Actor LiActing { get; } = Actor.Of(CityLi, [CityEducation]);

    public static Actor WangActing { get; } = Actor.Of(CityWang, [CityFinance]);

    public static Occasion On(DateOnly today, Actor? who = null) =>
        new(who ?? ZhangActing, today.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc), today, Thresholds);

    /// <summary>Some day in the first half of the task.</summary>
    public static Occasion Early(Actor? who = null) => On(Start.AddDays(10), who);

    public static PublishedStep Step(string number, int weight, Measure? measure = null) =>
        new(Guid.CreateVersion7(), number, "步骤" + number, Start, Due, weight, measure, []);

    public static CountyTask Task(Measure? measure = null, params PublishedStep[] steps)
    {
        var plan = Published(measure ?? Documents, steps);
        return new CountyTask(Guid.CreateVersion7(), plan, plan.Tasks[0], Education, [Finance], Thresholds, Guids);
    }

    public static CountyTask AssignedTask(Measure? measure = null, params PublishedStep[] steps)
    {
        var task = Task(measure, steps);
        task.Assign(Zhang, Early());
        return task;
    }

    public static CountyTask ClaimedTask()
    {
        var task = AssignedTask();
        task.RecordProgress(100, null, null, null, Early());
        task.AddEvidence(Guid.CreateVersion7(), null, Document, Early());
        task.Claim(null, Early());
        return task;
    }

    public static EvidenceFile Document { get; } = EvidenceFile.Check("通知.pdf", "%PDF-1.7"u8.ToArray());

    public static PlanPublishedEto Published(Measure measure, params PublishedStep[] steps) => new()
    {
        TenantId = Kecheng.Id,
        PlanId = new Guid("90000000-0000-0000-0000-000000000001"),
        PlanTitle = "衢州市“双减”工作方案",
        PlanDocument = "衢教〔2021〕1号",
        PublishedBy = "李督导",
        PublishedByOrganisation = "市教育局",
        Time = new DateTime(2021, 8, 31, 2, 0, 0, DateTimeKind.Utc),
        Tasks =
        [
            new PublishedTask(
                Guid.CreateVersion7(), "1", 0, "校内减负提质", "压减作业总量", "Q§1", CityEducation.Id, CityEducation.ShortName, "EDU", ["FIN"],
                Start, Due, 10, measure, [], steps),
        ],
    };

    /// <summary>The code with which the action is refused.</summary>
    public static string? RefusalOf(Action action) => Should.Throw<BusinessException>(action).Code;

    public static CountyTaskChangedEto LastEvent(this CountyTask task) => (CountyTaskChangedEto)task.GetDistributedEvents().Last().EventData;

    private static PersonInfo Person(string name, string? post, OrganisationInfo organisation) =>
        new(Guid.CreateVersion7(), name, post, organisation.Id, Guid.CreateVersion7());

    private sealed class Version7 : IGuidGenerator
    {
        public Guid Create() => Guid.CreateVersion7();
    }
}
