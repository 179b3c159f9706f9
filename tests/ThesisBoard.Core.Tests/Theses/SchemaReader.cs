using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ThesisBoard.Core.Tests.Theses;

/// <summary>As much of JSON Schema 2020-12 as our schema uses; a keyword that it does not know fails the test.</summary>
internal static class SchemaReader
{
    private static readonly HashSet<string> Remarks = ["$schema", "$id", "$defs", "title", "description", "format"];

    public static void Visit(JsonObject root, JsonObject schema, JsonElement value, string path, List<string> misfits)
    {
        foreach (var (keyword, rule) in schema.Where(k => !Remarks.Contains(k.Key)))
        {
            if (keyword == "$ref")
                Visit(root, root["$defs"]![rule!.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, path, misfits);
            else if (keyword == "oneOf" && rule!.AsArray().Count(option => Fits(root, option!, value)) != 1)
                misfits.Add($"{path}: does not fit exactly one of {rule.AsArray().Count}");
            else if (keyword == "properties" && value.ValueKind == JsonValueKind.Object)
                Members(root, schema, value, path, misfits);
            else if (keyword == "items" && value.ValueKind == JsonValueKind.Array)
                value.EnumerateArray().Index().ToList().ForEach(i => Visit(root, rule!.AsObject(), i.Item, $"{path}[{i.Index}]", misfits));
            else if (!Holds(keyword, rule!, value))
                misfits.Add($"{path}: {keyword} {rule!.ToJsonString()}");
        }
    }

    private static bool Fits(JsonObject root, JsonNode schema, JsonElement value)
    {
        var misfits = new List<string>();
        Visit(root, schema.AsObject(), value, "", misfits);
        return misfits.Count == 0;
    }

    private static void Members(JsonObject root, JsonObject schema, JsonElement value, string path, List<string> misfits)
    {
        var known = schema["properties"]!.AsObject();
        foreach (var member in value.EnumerateObject())
        {
            if (known[member.Name] is JsonObject described)
                Visit(root, described, member.Value, $"{path}.{member.Name}", misfits);
            else
                misfits.Add($"{path}.{member.Name}: not in the schema");
        }
    }

    private static bool Holds(string keyword, JsonNode rule, JsonElement value) => keyword switch
    {
        "oneOf" or "properties" or "items" or "additionalProperties" => true,
        "type" => rule.GetValue<string>() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            var other => throw new NotSupportedException(other),
        },
        "const" => JsonNode.DeepEquals(rule, JsonNode.Parse(value.GetRawText())),
        "enum" => rule.AsArray().Any(word => JsonNode.DeepEquals(word, JsonNode.Parse(value.GetRawText()))),
        "required" => value.ValueKind != JsonValueKind.Object || rule.AsArray().All(name => value.TryGetProperty(name!.GetValue<string>(), out _)),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetValue<string>(), RegexOptions.ECMAScript),
        "minLength" => value.GetString()!.Length >= rule.GetValue<int>(),
        "maxLength" => value.GetString()!.Length <= rule.GetValue<int>(),
        "minItems" => value.GetArrayLength() >= rule.GetValue<int>(),
        "maxItems" => value.GetArrayLength() <= rule.GetValue<int>(),
        "minimum" => value.GetDecimal() >= rule.GetValue<decimal>(),
        "maximum" => value.GetDecimal() <= rule.GetValue<decimal>(),
        "exclusiveMinimum" => value.GetDecimal() > rule.GetValue<decimal>(),
        _ => throw new NotSupportedException($"The keyword {keyword} is new: teach it to this reader."),
    };
}
