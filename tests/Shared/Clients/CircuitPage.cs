using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ThesisBoard.Tests.Shared.Clients;

/// <summary>What a page brings along for its circuit: a protected descriptor of each interactive component, and state that the server handed down.</summary>
internal sealed partial record CircuitPage(Uri Address, IReadOnlyList<JsonElement> Markers, string State)
{
    public static CircuitPage Read(Uri address, string html) => new(
        address,
        [.. Marker().Matches(html).Select(m => JsonElement.Parse(WebUtility.HtmlDecode(m.Groups[1].Value))).Where(IsBegin)],
        StateComment().Match(html).Groups[1].Value);

    /// <summary>The operations that ask for the page's components.</summary>
    public string Operations => JsonSerializer.Serialize(new
    {
        batchId = 1,
        operations = Markers.Select((marker, at) => new { type = "add", ssrComponentId = at + 1, marker }),
    });

    /// <summary>The same page with another descriptor in its first component.</summary>
    public CircuitPage With(string descriptor)
    {
        var marker = Markers[0].EnumerateObject().ToDictionary(p => p.Name, p => p.Name == "descriptor" ? JsonSerializer.SerializeToElement(descriptor) : p.Value);
        return this with { Markers = [JsonSerializer.SerializeToElement(marker), .. Markers.Skip(1)] };
    }

    public string Descriptor => Markers[0].GetProperty("descriptor").GetString()!;

    private static bool IsBegin(JsonElement marker) => marker.TryGetProperty("type", out var type) && type.GetString() is "server" or "auto";

    [GeneratedRegex(@"<!--Blazor:(\{.*?\})-->", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.NonBacktracking)]
    private static partial Regex StateComment();
}
