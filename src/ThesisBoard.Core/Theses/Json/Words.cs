using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThesisBoard.Core.Theses.Json;

/// <summary>The written word of an enum's member: <c>CompanyRelease</c> is "company-release".</summary>
public static class Words
{
    /// <summary>All words of an enum, in the order of its members.</summary>
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Table<T>.Written.Values;

    /// <summary>The word of a member.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Written[value];

    /// <summary>Reads a word.</summary>
    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum => Table<T>.Values.TryGetValue(text, out value);

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Written = Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
        public static readonly Dictionary<string, T> Values = Written.ToDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);
    }
}

/// <summary>Writes an enum as its word and reads nothing else.</summary>
internal sealed class WordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Words.TryParse(reader.GetString()!, out T value)
            ? value
            : throw new JsonException($"Expected one of: {string.Join(", ", Words.All<T>())}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Words.Of(value));
}
