using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace ThesisBoard.Core.Theses.Json;

/// <summary>Parses foreign text as JSON; what is wrong comes back as a sentence with line and column.</summary>
internal static class JsonText
{
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonDocument? document, [NotNullWhen(false)] out Problem? problem)
    {
        (document, problem) = (null, null);
        try
        {
            document = JsonDocument.Parse(text, new() { MaxDepth = ThesisJson.MaxDepth });
        }
        catch (JsonException broken)
        {
            problem = new("$", Sentence(broken));
        }
        catch (ArgumentException)
        {
            problem = new("$", "This text holds half a character (an unpaired surrogate), so it is not valid Unicode. Save the file again as UTF-8.");
        }

        return document is not null;
    }

    private static string Sentence(JsonException broken)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"line {(broken.LineNumber ?? 0) + 1}, column {(broken.BytePositionInLine ?? 0) + 1}");
        var isDeep = broken.Message.Contains("maximum configured depth", StringComparison.Ordinal);
        var detail = broken.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ');
        return isDeep
            ? $"This JSON nests deeper than {ThesisJson.MaxDepth} levels, at {place}. No thesis needs that; flatten its composite rules."
            : $"This is not valid JSON, at {place}: {detail}.";
    }
}
