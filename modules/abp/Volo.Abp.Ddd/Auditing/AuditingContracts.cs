namespace Volo.Abp.Auditing;

public interface IHasCreationTime
{
    DateTime CreationTime { get; }
}

public interface IMayHaveCreator
{
    Guid? CreatorId { get; }
}

public interface ICreationAuditedObject : IHasCreationTime, IMayHaveCreator;

public interface IHasModificationTime
{
    DateTime? LastModificationTime { get; }
}

public interface IModificationAuditedObject : IHasModificationTime
{
    Guid? LastModifierId { get; }
}

public interface IHasDeletionTime : ISoftDelete
{
    DateTime? DeletionTime { get; }
}

public interface IDeletionAuditedObject : IHasDeletionTime
{
    Guid? DeleterId { get; }
}

public interface IAuditedObject : ICreationAuditedObject, IModificationAuditedObject;

public interface IFullAuditedObject : IAuditedObject, IDeletionAuditedObject;
