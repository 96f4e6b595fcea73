using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Volo.Abp.Content;
using Volo.Abp.Http;

namespace DoubleReductionGov.Host.OpenApi;

/// <summary>The OpenAPI document (/openapi/v1.json) and its reference page (/api-docs).</summary>
internal static class OpenApiSetup
{
    private const string Json = "application/json";

    public static void AddHostOpenApi(this IServiceCollection services)
    {
        services.AddResponseCompression(options => options.EnableForHttps = true);
        // The document's schemas follow these options, the controllers' JSON follows MVC's: both are set alike.
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter());
        });
        services.AddOpenApi(options =>
        {
            options.ShouldInclude = _ => true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "DoubleReductionGov", Version = "v1", Description = "双减治理平台接口。Errors follow ABP's body {\"error\":{code,message,details,data,validationErrors}}." };
                document.Components?.Schemas?.Remove(nameof(IRemoteStreamContent));
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(DescribeOperation);
        });
    }

    /// <summary>For whoever develops against it. Elsewhere it stays off unless <c>ApiDocs:Enabled</c> says otherwise: it describes every door.</summary>
    public static void MapHostOpenApi(this WebApplication app)
    {
        if (!app.Configuration.GetValue("ApiDocs:Enabled", app.Environment.IsDevelopment()))
        {
            return;
        }

        app.MapOpenApi();
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "api-docs";
            options.DocumentTitle = "DoubleReductionGov API";
            options.SwaggerEndpoint("/openapi/v1.json", "DoubleReductionGov v1");
        });
    }

    private static async Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor is not ControllerActionDescriptor action)
        {
            return;
        }

        operation.OperationId = $"{action.ControllerName}_{action.ActionName}";
        operation.Tags = new HashSet<OpenApiTagReference> { new(action.ControllerName) };
        if (action.MethodInfo.GetParameters().Any(parameter => parameter.ParameterType == typeof(IRemoteStreamContent)))
        {
            operation.RequestBody = Multipart();
        }

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query))
        {
            // Written like everything else; the server reads them in any case.
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        }

        KeepOnlyJson(operation.RequestBody?.Content);
        foreach (var response in operation.Responses ?? [])
        {
            KeepOnlyJson(response.Value.Content);
        }

        if (typeof(IRemoteStreamContent) == ResultOf(action))
        {
            operation.Responses!["200"] = new OpenApiResponse { Description = "The file.", Content = new Dictionary<string, OpenApiMediaType> { ["application/octet-stream"] = Binary() } };
        }

        await AddErrorsAsync(operation, context, cancellationToken);
    }

    /// <summary>Every refusal and error has ABP's body.</summary>
    private static async Task AddErrorsAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        const string Name = nameof(RemoteServiceErrorResponse);
        var schema = await context.GetOrCreateSchemaAsync(typeof(RemoteServiceErrorResponse), null, cancellationToken);
        context.Document!.AddComponent(Name, schema);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A refusal (400 invalid, 401 not signed in, 403 refused, 404 not found, 409 changed meanwhile) or an error (500).",
            Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = new OpenApiSchemaReference(Name, context.Document) } },
        };
    }

    private static Type ResultOf(ControllerActionDescriptor action)
    {
        var type = action.MethodInfo.ReturnType;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GenericTypeArguments[0] : type;
    }

    private static void KeepOnlyJson(IDictionary<string, OpenApiMediaType>? content)
    {
        if (content?.ContainsKey(Json) == true)
        {
            content.Keys.Where(mediaType => mediaType != Json).ToList().ForEach(mediaType => content.Remove(mediaType));
        }
    }

    private static OpenApiMediaType Binary() => new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };

    private static OpenApiRequestBody Multipart() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
            },
        },
    };
}
