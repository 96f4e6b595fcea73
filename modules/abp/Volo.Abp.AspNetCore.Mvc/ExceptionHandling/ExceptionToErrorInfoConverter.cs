using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.Authorization;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Http;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Validation;

namespace Volo.Abp.AspNetCore.ExceptionHandling
{
    public class AbpExceptionHttpStatusCodeOptions
    {
        public IDictionary<string, System.Net.HttpStatusCode> ErrorCodeToHttpStatusCodeMappings { get; } = new Dictionary<string, System.Net.HttpStatusCode>();

        public void Map(string errorCode, System.Net.HttpStatusCode httpStatusCode) => ErrorCodeToHttpStatusCodeMappings[errorCode] = httpStatusCode;
    }
}

namespace Volo.Abp.AspNetCore.Mvc.ExceptionHandling
{
    /// <summary>An exception's status code and what of it may be told to the client, in the client's language.</summary>
    internal sealed class ExceptionToErrorInfoConverter(
        IStringLocalizerFactory localizerFactory, IOptions<AbpExceptionLocalizationOptions> localization, IOptions<AbpExceptionHttpStatusCodeOptions> statusCodes,
        IOptions<ExceptionTranslationOptions> translations)
        : ITransientDependency
    {
        /// <summary>The first translation that knows the exception; else what is inside an <see cref="AggregateException"/>, if that is answered in its own way.</summary>
        public Exception Unwrap(Exception exception) =>
            translations.Value.Translations.Select(translate => translate(exception)).FirstOrDefault(found => found is not null)
            ?? UnwrapAggregate(exception);

        private static Exception UnwrapAggregate(Exception exception) =>
            exception is AggregateException { InnerException: AbpValidationException or AbpAuthorizationException or EntityNotFoundException or IBusinessException }
                ? exception.InnerException
                : exception;

        public int StatusCodeOf(Exception exception, bool isAuthenticated)
        {
            if (exception is IHasHttpStatusCode { HttpStatusCode: > 0 } own)
            {
                return own.HttpStatusCode;
            }

            if (exception is IHasErrorCode { Code: { } code } && statusCodes.Value.ErrorCodeToHttpStatusCodeMappings.TryGetValue(code, out var mapped))
            {
                return (int)mapped;
            }

            return exception switch
            {
                AbpAuthorizationException => isAuthenticated ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized,
                AbpValidationException => StatusCodes.Status400BadRequest,
                EntityNotFoundException => StatusCodes.Status404NotFound,
                AbpDbConcurrencyException => StatusCodes.Status409Conflict,
                NotImplementedException => StatusCodes.Status501NotImplemented,
                IBusinessException => StatusCodes.Status403Forbidden,
                _ => StatusCodes.Status500InternalServerError,
            };
        }

        /// <summary>Writes ABP's error body in place of whatever was to be answered.</summary>
        public async Task WriteAsync(HttpContext context, Exception exception)
        {
            exception = Unwrap(exception);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodeOf(exception, context.User.Identity?.IsAuthenticated == true);
            context.Response.Headers[AbpHttpConsts.AbpErrorFormat] = "true";
            context.Response.Headers.CacheControl = "no-cache";
            await context.Response.WriteAsJsonAsync(new RemoteServiceErrorResponse(Convert(exception)), JsonSerializerOptions.Web, context.RequestAborted);
        }

        public RemoteServiceErrorInfo Convert(Exception exception)
        {
            var L = localizerFactory.Create(typeof(AbpMvcResource));
            var info = exception switch
            {
                AbpDbConcurrencyException => new RemoteServiceErrorInfo { Message = L["AbpDbConcurrencyErrorMessage"] },
                EntityNotFoundException { EntityType: { } type, Id: { } id } => new RemoteServiceErrorInfo { Message = L["EntityNotFoundErrorMessage", type.Name, id] },
                EntityNotFoundException => new RemoteServiceErrorInfo { Message = L["EntityNotFoundErrorMessageWithoutId"] },
                AbpValidationException validation => Validation(validation, L),
                IUserFriendlyException => new RemoteServiceErrorInfo { Message = exception.Message, Details = (exception as IHasErrorDetails)?.Details },
                _ => new RemoteServiceErrorInfo { Message = L["InternalServerErrorMessage"] },
            };
            if (exception is IHasErrorCode { Code: { Length: > 0 } code })
            {
                info.Code = code;
                info.Message = TextOf(code, exception) ?? info.Message;
            }

            info.Data = exception is IBusinessException ? exception.Data : null;
            return info;
        }

        private static RemoteServiceErrorInfo Validation(AbpValidationException exception, IStringLocalizer L)
        {
            var details = new StringBuilder().AppendLine(L["ValidationNarrativeErrorMessageTitle"]);
            foreach (var error in exception.ValidationErrors)
            {
                details.Append(" - ").AppendLine(error.ErrorMessage);
            }

            return new RemoteServiceErrorInfo
            {
                Message = L["ValidationErrorMessage"],
                Details = details.ToString(),
                ValidationErrors = exception.ValidationErrors.Select(e => new RemoteServiceValidationErrorInfo
                {
                    Message = e.ErrorMessage ?? "",
                    Members = e.MemberNames.Select(ToCamelCase).ToArray(),
                }).ToArray(),
            };
        }

        private static string ToCamelCase(string member) => string.Join('.', member.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

        // "Namespace:Key": the resource of the namespace holds the text under the full code.
        private string? TextOf(string code, Exception exception)
        {
            if (!localization.Value.ErrorCodeNamespaceMappings.TryGetValue(code.Split(':')[0], out var resource))
            {
                return null;
            }

            var text = localizerFactory.Create(resource)[code];
            if (text.ResourceNotFound)
            {
                return null;
            }

            var message = text.Value;
            foreach (System.Collections.DictionaryEntry data in exception.Data)
            {
                message = message.Replace("{" + data.Key + "}", System.Convert.ToString(data.Value, System.Globalization.CultureInfo.CurrentCulture), StringComparison.Ordinal);
            }

            return message;
        }
    }

    /// <summary>What the kernel cannot know, such as the exceptions of a database product, put into one that it can answer.</summary>
    internal sealed class ExceptionTranslationOptions
    {
        public List<Func<Exception, Exception?>> Translations { get; } = [];
    }

    [Localization.LocalizationResourceName("AbpMvc")]
    internal sealed class AbpMvcResource;
}
