using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Logging;

namespace Volo.Abp
{
    public class AbpException : Exception
    {
        public AbpException() { }

        public AbpException(string? message) : base(message) { }

        public AbpException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class AbpInitializationException(string message, Exception innerException) : AbpException(message, innerException);

    public class AbpShutdownException(string message, Exception innerException) : AbpException(message, innerException);

    public interface IBusinessException;

    public interface IUserFriendlyException : IBusinessException;

    /// <summary>A refusal: carries a stable code; its text is found by the code's namespace.</summary>
    public class BusinessException(
        string? code = null, string? message = null, string? details = null, Exception? innerException = null, LogLevel logLevel = LogLevel.Warning)
        : Exception(message, innerException), IBusinessException, IHasErrorCode, IHasErrorDetails, IHasLogLevel
    {
        public string? Code { get; set; } = code;

        public string? Details { get; set; } = details;

        public LogLevel LogLevel { get; set; } = logLevel;

        public BusinessException WithData(string name, object value)
        {
            Data[name] = value;
            return this;
        }
    }

    /// <summary>A refusal whose message is shown to the user as it is.</summary>
    public class UserFriendlyException(
        string message, string? code = null, string? details = null, Exception? innerException = null, LogLevel logLevel = LogLevel.Warning)
        : BusinessException(code, message, details, innerException, logLevel), IUserFriendlyException;

    /// <summary>Guards of arguments: a programmer's mistake, never a refusal.</summary>
    public static class Check
    {
        public static T NotNull<T>([NotNull] T? value, string parameterName) => value ?? throw new ArgumentNullException(parameterName);

        public static string NotNullOrWhiteSpace([NotNull] string? value, string parameterName, int maxLength = int.MaxValue, int minLength = 0)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentException($"{parameterName} can not be null, empty or white space!", parameterName);
            }

            return Length(value, parameterName, maxLength, minLength)!;
        }

        public static string? Length(string? value, string parameterName, int maxLength, int minLength = 0)
        {
            if (value?.Length > maxLength)
            {
                throw new ArgumentException($"{parameterName} length must be equal to or lower than {maxLength}!", parameterName);
            }

            if (minLength > 0 && (value?.Length ?? 0) < minLength)
            {
                throw new ArgumentException($"{parameterName} length must be equal to or bigger than {minLength}!", parameterName);
            }

            return value;
        }
    }

    public interface ISoftDelete
    {
        bool IsDeleted { get; }
    }

    /// <summary>Marks what is offered over HTTP; on a class it switches that off or hides it from descriptions.</summary>
    public interface IRemoteService;

    [AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Method)]
    public class RemoteServiceAttribute(bool isEnabled = true) : Attribute
    {
        public bool IsEnabled { get; set; } = isEnabled;

        public bool IsMetadataEnabled { get; set; } = true;

        public string? Name { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
    public class IntegrationServiceAttribute : Attribute;
}

namespace Volo.Abp.ExceptionHandling
{
    public interface IHasErrorCode
    {
        string? Code { get; }
    }

    public interface IHasErrorDetails
    {
        string? Details { get; }
    }

    public interface IHasHttpStatusCode
    {
        int HttpStatusCode { get; }
    }
}

namespace Volo.Abp.Logging
{
    public interface IHasLogLevel
    {
        LogLevel LogLevel { get; set; }
    }
}

namespace Volo.Abp.Authorization
{
    public class AbpAuthorizationException(string? message = null, string? code = null) : AbpException(message), IHasLogLevel, IHasErrorCode
    {
        public string? Code { get; } = code;

        public LogLevel LogLevel { get; set; } = LogLevel.Warning;

        public AbpAuthorizationException WithData(string name, object value)
        {
            Data[name] = value;
            return this;
        }
    }
}

namespace Volo.Abp.Data
{
    public class AbpDbConcurrencyException(string message, Exception? innerException = null) : AbpException(message, innerException);
}

namespace Volo.Abp.Validation
{
    using System.ComponentModel.DataAnnotations;

    public interface IHasValidationErrors
    {
        IList<ValidationResult> ValidationErrors { get; }
    }

    public class AbpValidationException(string message, IList<ValidationResult> validationErrors) : AbpException(message), IHasLogLevel, IHasValidationErrors
    {
        public IList<ValidationResult> ValidationErrors { get; } = validationErrors;

        public LogLevel LogLevel { get; set; } = LogLevel.Warning;
    }
}

namespace Volo.Abp.Domain.Entities
{
    public class EntityNotFoundException : AbpException
    {
        public EntityNotFoundException(Type entityType, object? id = null)
            : base(id is null
                ? $"There is no such an entity given id. Entity type: {entityType.FullName}"
                : $"There is no such an entity. Entity type: {entityType.FullName}, id: {id}")
        {
            EntityType = entityType;
            Id = id;
        }

        public Type? EntityType { get; set; }

        public object? Id { get; set; }
    }
}
