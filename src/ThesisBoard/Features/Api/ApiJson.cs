using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Api;

/// <summary>JSON as in the thesis file, in and out.</summary>
internal static class ApiJson
{
    /// <summary>The most bytes of one request: a few hundred figures, or the longest quote many times over.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>The body as what it should be, or the answer that says everything that is wrong with it: unknown members by name, nesting, types.</summary>
    public static async Task<(T? Value, IResult? Refusal)> Read<T>(HttpContext http)
        where T : class
    {
        if (http.Request.ContentType is not { } type || !System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var media)
            || media.MediaType != "application/json" || (media.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return (null, ApiProblem.NotJson());
        if (http.Request.ContentLength > MostBytes || await Bytes(http) is not { } bytes)
            return (null, ApiProblem.TooLarge(MostBytes));
        http.Items[typeof(ApiJson)] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.Span));
        var problems = ThesisJson.TryRead<T>(Encoding.UTF8.GetString(bytes.Span), out var value);
        return problems.Count > 0 || value is null ? (null, ApiProblem.Unreadable(problems)) : (value, null);
    }

    /// <summary>The hash of what was read; empty where there was nothing.</summary>
    public static string HashOfBody(HttpContext http) => http.Items[typeof(ApiJson)] as string ?? "";

    public static JsonNode? Raw(string? json) => json is null ? null : JsonNode.Parse(json);

    /// <summary>How the framework writes and describes the types of Core: as the thesis file does.</summary>
    public static void Configure(Microsoft.AspNetCore.Http.Json.JsonOptions json)
    {
        json.SerializerOptions.TypeInfoResolverChain.Insert(0, new CoreTypes());
        foreach (var converter in ThesisJson.Options.Converters)
            json.SerializerOptions.Converters.Add(converter);
    }

    private static async Task<ReadOnlyMemory<byte>?> Bytes(HttpContext http)
    {
        var bytes = new byte[8 * 1024];
        var length = 0;
        while (await http.Request.Body.ReadAsync(bytes.AsMemory(length), http.RequestAborted) is var read and > 0)
        {
            if ((length += read) > MostBytes)
                return null;
            if (length == bytes.Length)
                Array.Resize(ref bytes, 2 * length);
        }

        return bytes.AsMemory(0, length);
    }

    private sealed class CoreTypes : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type.Assembly == typeof(Thesis).Assembly ? ThesisJson.Options.TypeInfoResolver!.GetTypeInfo(type, options) : null;
    }
}
