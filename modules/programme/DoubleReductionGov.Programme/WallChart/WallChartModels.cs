using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Programme.WallChart;

/// <summary>The counties and tasks of one plan with a cell for each pair; a county that was not issued a task has no cell there.</summary>
public sealed record WallChartDto(
    DateOnly Today,
    PlanReference? Plan,
    IReadOnlyList<PlanReference> Plans,
    IReadOnlyList<WallChartCounty> Counties,
    IReadOnlyList<WallChartTask> Tasks,
    IReadOnlyList<WallChartCellDto> Cells,
    DateTime? AsOf,
    LightCounts LightCounts);

/// <summary>A county: progress by weight, its own light, and how many of its tasks show which; green are those that are not done.</summary>
public sealed record WallChartCounty(
    Guid Id, string Code, string Name, int Progress, Light Light, int Red, int Yellow, int Green, int Grey, int Done);

public sealed record WallChartTask(
    Guid PlanItemId, string Number, string Section, string Title, string? LeadName, DateOnly? Due, int Weight);

public sealed record WallChartCellDto(
    Guid CountyId,
    Guid PlanItemId,
    Guid TaskId,
    Light Light,
    int Progress,
    int Planned,
    TaskState State,
    DateOnly Due,
    string? PersonName);

/// <summary>How many cells show which light; green includes those that are done.</summary>
public sealed record LightCounts(int Green, int Yellow, int Red, int Grey);
