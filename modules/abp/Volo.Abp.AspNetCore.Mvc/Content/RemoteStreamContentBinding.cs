using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Net.Http.Headers;
using Volo.Abp.Content;

namespace Volo.Abp.AspNetCore.Mvc.ContentFormatters;

/// <summary>Binds a file of a multipart form to <see cref="IRemoteStreamContent"/>.</summary>
internal sealed class RemoteStreamContentModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(IRemoteStreamContent) ? new RemoteStreamContentModelBinder() : null;

    private sealed class RemoteStreamContentModelBinder : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var request = bindingContext.HttpContext.Request;
            if (!request.HasFormContentType)
            {
                return;
            }

            var form = await request.ReadFormAsync(bindingContext.HttpContext.RequestAborted);
            var file = form.Files.GetFile(bindingContext.ModelName) ?? (form.Files.Count == 1 ? form.Files[0] : null);
            if (file is null)
            {
                return;
            }

            var content = new RemoteStreamContent(file.OpenReadStream(), file.FileName, file.ContentType, file.Length);
            bindingContext.ValidationState.Add(content, new Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidationStateEntry { SuppressValidation = true });
            bindingContext.Result = ModelBindingResult.Success(content);
        }
    }
}

/// <summary>Streams an <see cref="IRemoteStreamContent"/> result as a download.</summary>
internal sealed class RemoteStreamContentOutputFormatter : OutputFormatter
{
    public RemoteStreamContentOutputFormatter() => SupportedMediaTypes.Add(MediaTypeHeaderValue.Parse("*/*"));

    protected override bool CanWriteType(Type? type) => typeof(IRemoteStreamContent).IsAssignableFrom(type);

    public override async Task WriteResponseBodyAsync(OutputFormatterWriteContext context)
    {
        using var content = (IRemoteStreamContent)context.Object!;
        var response = context.HttpContext.Response;
        response.ContentType = content.ContentType;
        response.ContentLength = content.ContentLength;
        response.Headers.XContentTypeOptions = "nosniff";
        if (!string.IsNullOrWhiteSpace(content.FileName))
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(content.FileName);
            response.Headers.ContentDisposition = disposition.ToString();
        }

        await content.GetStream().CopyToAsync(response.Body, context.HttpContext.RequestAborted);
    }
}
