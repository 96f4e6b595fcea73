namespace DoubleReductionGov.Programme;

/// <summary>Where a plan of the city stands. It only moves forward.</summary>
public enum PlanState
{
    /// <summary>草案: may be changed or deleted.</summary>
    Draft = 0,

    /// <summary>审定: complete and decided; nothing in it changes any more.</summary>
    Approved = 1,

    /// <summary>下达: every county has its tasks.</summary>
    Published = 2,
}

/// <summary>Where a county's task stands.</summary>
public enum TaskState
{
    /// <summary>未启动.</summary>
    NotStarted = 0,

    /// <summary>推进中.</summary>
    InProgress = 1,

    /// <summary>申请销号: the county says it is done, the city has not looked yet.</summary>
    Claimed = 2,

    /// <summary>退回: the city was not convinced; the county works on.</summary>
    Returned = 3,

    /// <summary>已销号: verified by the department that issued the task.</summary>
    Done = 4,
}

/// <summary>The light of a task: always computed from dates and progress, never typed.</summary>
public enum Light
{
    /// <summary>绿灯: done, or as far as planned.</summary>
    Green = 0,

    /// <summary>黄灯: behind, or nearly due and not nearly done.</summary>
    Yellow = 1,

    /// <summary>红灯: far behind, or past due.</summary>
    Red = 2,

    /// <summary>灰灯: not started, and nothing is late yet.</summary>
    Grey = 3,
}

/// <summary>How it is measured that a task or step is done.</summary>
public enum MeasureKind
{
    /// <summary>By documents handed in.</summary>
    Evidence = 0,

    /// <summary>By a figure that reaches its target.</summary>
    Number = 1,
}

/// <summary>Where a request for more time stands.</summary>
public enum ExtensionState
{
    /// <summary>待审批.</summary>
    Asked = 0,

    /// <summary>已批准.</summary>
    Granted = 1,

    /// <summary>未批准.</summary>
    Refused = 2,
}

/// <summary>The measure by which a task or step counts as reached.</summary>
/// <param name="Kind">Evidence or number.</param>
/// <param name="Text">What has to be handed in, or how the figure is counted.</param>
/// <param name="Target">The figure to reach; null for evidence. At most two decimals.</param>
/// <param name="Unit">The unit of the figure; null for evidence.</param>
public sealed record Measure(MeasureKind Kind, string Text, decimal? Target, string? Unit);
