using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Tokens;

namespace ThesisBoard.Features.Api;

/// <summary>What the framework cannot know of the API: its token, the headers of versions, and the texts of which values consist.</summary>
internal static class ApiDescription
{
    private const string Scheme = "token";

    private static readonly Dictionary<Type, (string Says, string Example)> Texts = new()
    {
        [typeof(DateOnly)] = ("A date.", "2026-03-31"),
        [typeof(PublishedOn)] = ("When the world could know it.", "2026-03-31"),
        [typeof(RecordedAt)] = ("A UTC time; set by the server.", "2026-11-22T18:06:00Z"),
        [typeof(Period)] = ("A date, or a first and a last day.", "2025-01-01/2025-12-31"),
        [typeof(Unit)] = ("A unit, 1 for a pure number.", "USD/BTC"),
        [typeof(Quantity)] = ("An amount with its unit.", "4451 BTC"),
        [typeof(ReportRef)] = ("A periodic report.", "half-year 2026-06-30"),
        [typeof(Sha256)] = ("64 hexadecimal digits.", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        [typeof(Uri)] = ("An address, http or https.", "https://www.sec.gov/"),
    };

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = route => route.RelativePath?.StartsWith(ApiUrls.V1[1..], StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer((operation, context, _) => Describe(operation, context));
        options.AddSchemaTransformer((schema, context, _) => Describe(schema, context.JsonTypeInfo.Type));
    }

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "ThesisBoard",
            Version = "1",
            Description = "Boards, their record and their contracts. What a person may do on a page, a program does here by the same rules. Errors are application/problem+json with a \"code\" for programs "
                + "and \"errors\" that name the field. A change sends the ETag of what it saw; a repeated Idempotency-Key is done once.",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = $"A personal token, {PersonalToken.Prefix}…, made on the account page. It acts as its owner; one that only reads changes nothing." },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (var parameter in context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiParameter>())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = parameter.In == "header" ? ParameterLocation.Header : ParameterLocation.Query,
                Required = parameter.IsRequired,
                Description = parameter.Says,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is OpenApiResponse own && (status is "200" or "201"))
                own.Headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = new OpenApiHeader { Description = "The version of what is answered.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } } };
        }

        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiSchema schema, Type of)
    {
        var type = Nullable.GetUnderlyingType(of) ?? of;
        if (Texts.TryGetValue(type, out var text))
            (schema.Type, schema.Description, schema.Examples, schema.Format) = (JsonSchemaType.String, text.Says, [text.Example], null);
        else if (type.IsEnum && type.Assembly == typeof(Thesis).Assembly)
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(v => (JsonNode)JsonSerializer.SerializeToNode(Enum.ToObject(type, v), type, ThesisJson.Options)!)]);
        else if (type == typeof(Rule))
            (schema.Type, schema.Description) = (JsonSchemaType.Object, $"How a criterion is judged: an object with its \"kind\" and parameters, as {ThesisFile.Schema} describes it.");
        else if (type == typeof(decimal))
            (schema.Type, schema.Pattern, schema.Format) = (JsonSchemaType.Number, null, null);
        return Task.CompletedTask;
    }
}
