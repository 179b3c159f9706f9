using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Theses.Json;

/// <summary>
/// Holds JSON against the shape of a type and names everything that does not fit, where the serializer stops at the first:
/// unknown, repeated and missing properties, wrong types and words, each with its path.
/// </summary>
internal sealed class JsonShape
{
    private const int MaxProblems = 100;
    private const int BriefLength = 60;
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, JsonPropertyInfo>> Properties = new();
    private readonly List<Problem> problems = [];

    private bool IsFull => problems.Count >= MaxProblems;

    /// <summary>Every misfit, at most a hundred.</summary>
    public static IReadOnlyList<Problem> Check(JsonElement root, Type type)
    {
        var shape = new JsonShape();
        shape.Visit(root, type, "$");
        return shape.problems;
    }

    /// <summary>The text of a JSON string; what cannot be text (half a surrogate pair) is replaced.</summary>
    public static string Text(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }

    /// <summary>Foreign text cut to what fits in a message.</summary>
    public static string Brief(string text) => text.Length <= BriefLength ? text : text[..BriefLength] + "…";

    private void Visit(JsonElement value, Type type, string path)
    {
        if (IsFull)
            return;
        var info = ThesisJson.Options.GetTypeInfo(type);
        if (type == typeof(Rule))
            VisitRule(value, path);
        else if (info.Kind == JsonTypeInfoKind.Object)
            VisitObject(value, info, path, kindOfRule: null);
        else if (info.Kind == JsonTypeInfoKind.Enumerable)
            VisitList(value, info.ElementType!, path);
        else
            VisitLeaf(value, info, path);
    }

    private void VisitRule(JsonElement value, string path)
    {
        var kind = value.ValueKind == JsonValueKind.Object && value.TryGetProperty(RuleConverter.Kind, out var word) && word.ValueKind == JsonValueKind.String
            ? Text(word) : null;
        if (RuleConverter.TypeOf(kind) is { } type)
            VisitObject(value, ThesisJson.Options.GetTypeInfo(type), path, kindOfRule: type);
        else
            Add(path, $"A rule is an object whose \"kind\" is one of: {string.Join(", ", RuleConverter.AllKinds)}.");
    }

    private void VisitObject(JsonElement value, JsonTypeInfo info, string path, Type? kindOfRule)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add(path, $"Expected an object in braces, found {Found(value)}.");
            return;
        }

        var expected = Expected(info);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, member) in Members(value))
        {
            var at = Join(path, name);
            if (!seen.Add(name))
                Add(at, $"\"{Brief(name)}\" stands here twice. Keep one of them.");
            else if (expected.TryGetValue(name, out var property))
                VisitProperty(member, property, at);
            else if (kindOfRule is null || name != RuleConverter.Kind)
                Add(at, $"\"{Brief(name)}\" is not known here. Known are: {string.Join(", ", info.Properties.Select(p => p.Name).Where(expected.ContainsKey))}.");
        }

        foreach (var missing in info.Properties.Where(p => p.IsRequired && expected.ContainsKey(p.Name) && !seen.Contains(p.Name)))
            Add(Join(path, missing.Name), $"\"{missing.Name}\" is missing.");
    }

    private void VisitProperty(JsonElement value, JsonPropertyInfo property, string path)
    {
        var mayBeNull = property.IsSetNullable && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null);
        if (value.ValueKind != JsonValueKind.Null)
            Visit(value, property.PropertyType, path);
        else if (!mayBeNull)
            Add(path, "Found null. Leave the property out, or give it a value.");
    }

    private void VisitList(JsonElement value, Type element, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(path, $"Expected a list in brackets, found {Found(value)}.");
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]");
            if (item.ValueKind == JsonValueKind.Null)
                Add(at, "Found null in a list. Take it out.");
            else
                Visit(item, element, at);
        }
    }

    private void VisitLeaf(JsonElement value, JsonTypeInfo info, string path)
    {
        try
        {
            if (info.Type == typeof(string) && value.ValueKind == JsonValueKind.String)
                value.GetString();
            else
                value.Deserialize(info);
        }
        catch (Exception misfit) when (misfit is JsonException or InvalidOperationException)
        {
            Add(path, $"{Expected(info.Type) ?? misfit.Message.TrimEnd('.')}, found {Found(value)}.");
        }
    }

    private static FrozenDictionary<string, JsonPropertyInfo> Expected(JsonTypeInfo info) => Properties.GetOrAdd(info.Type, type =>
        info.Properties.Where(p => p.Name != RuleConverter.ImpliedBy(type)).ToFrozenDictionary(p => p.Name, StringComparer.Ordinal));

    private static string? Expected(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => "Expected text in quotes",
        var t when t == typeof(bool) => "Expected true or false",
        var t when t == typeof(int) || t == typeof(long) => "Expected a whole number without quotes",
        _ => null,
    };

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement value)
    {
        foreach (var property in value.EnumerateObject())
        {
            string name;
            try
            {
                name = property.Name;
            }
            catch (InvalidOperationException)
            {
                name = "\ufffd";
            }

            yield return (name, property.Value);
        }
    }

    private static string Found(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"\"{Brief(Text(value))}\"",
        _ => Brief(value.GetRawText()),
    };

    private static string Join(string path, string name) => $"{path}.{Brief(name)}";

    private void Add(string path, string message)
    {
        if (!IsFull)
            problems.Add(new(path, message));
    }
}
