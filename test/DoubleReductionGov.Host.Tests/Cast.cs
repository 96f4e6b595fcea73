namespace DoubleReductionGov.Host;

/// <summary>Who and what of the demonstration city (etc/demo/quzhou.yaml) the tests call by name. Its today is 10 December 2021.</summary>
internal static class Cast
{
    public const string EducationBureau = "EDU";
    public const string MarketBureau = "MSR";

    public static readonly County Kecheng = new("330802", "柯城区");
    public static readonly County Qujiang = new("330803", "衢江区");
    public static readonly County Longyou = new("330825", "龙游县");
    public static readonly County Jiangshan = new("330881", "江山市");
    public static readonly County Changshan = new("330822", "常山县");
    public static readonly County Kaihua = new("330824", "开化县");
    public static readonly County[] Counties = [Kecheng, Qujiang, Longyou, Jiangshan, Changshan, Kaihua];

    /// <summary>柴春生, deputy director of the education bureau; approves and publishes.</summary>
    public static readonly Official CityLead = new(null, "city.lead");

    /// <summary>林建芬 of the education bureau; imports, and verifies what the bureau issued.</summary>
    public static readonly Official CityStaff = new(null, "city.staff");

    /// <summary>胡国良 of the market supervision bureau; verifies what that bureau issued.</summary>
    public static readonly Official CityDepartment = new(null, "city.dept");

    public static Official LeadOf(County county) => new(county, "county.lead");

    public static Official StaffOf(County county) => new(county, "county.staff");

    /// <summary>系统管理员 of a county, or of the city.</summary>
    public static Official SystemAdminOf(County? county) => new(county, county is null ? "city.system" : "county.system");

    /// <summary>安全管理员 of a county, or of the city.</summary>
    public static Official SecurityAdminOf(County? county) => new(county, county is null ? "city.security" : "county.security");

    /// <summary>审计管理员 of a county, or of the city.</summary>
    public static Official AuditAdminOf(County? county) => new(county, county is null ? "city.audit" : "county.audit");

    /// <summary>The market supervision bureau of the county.</summary>
    public static Official DepartmentOf(County county) => new(county, "county.dept");
}

internal sealed record County(string Code, string Name);

/// <param name="County">Null: the city.</param>
internal sealed record Official(County? County, string UserName);
