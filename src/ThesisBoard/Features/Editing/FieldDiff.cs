using System.Globalization;
using System.Text.Json.Nodes;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Editing;

/// <summary>One field that differs between two forms of an item. Null is a field that is not there.</summary>
/// <param name="Path">Its path in the item's JSON.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Before">Its value in the first, for reading.</param>
/// <param name="After">Its value in the second, for reading.</param>
public sealed record FieldChange(string Path, string Label, string? Before, string? After);

/// <summary>
/// Compares two forms of any item field by field, over its JSON. A list is one field; a rule is one field where its kind changed, so that parameters of two kinds never mix.
/// </summary>
public static class FieldDiff
{
    /// <summary>What differs, in the order in which the fields are written.</summary>
    public static IReadOnlyList<FieldChange> Between(JsonObject before, JsonObject after)
    {
        var (old, now) = (Leaves(before, after), Leaves(after, before));
        return
        [
            .. from path in old.Keys.Union(now.Keys)
               let was = old.GetValueOrDefault(path)
               let becomes = now.GetValueOrDefault(path)
               where was?.Text != becomes?.Text && !JsonNode.DeepEquals(was?.Node, becomes?.Node)
               select new FieldChange(path, FieldLabels.Of(path), was?.Text, becomes?.Text),
        ];
    }

    /// <summary>The same for two items.</summary>
    public static IReadOnlyList<FieldChange> Between<T>(T before, T after) => Between(Json(before), Json(after));

    /// <summary>An item as the object that its fields are compared in.</summary>
    public static JsonObject Json<T>(T item) => JsonNode.Parse(ThesisJson.Write(item))!.AsObject();

    private static Dictionary<string, Leaf> Leaves(JsonObject item, JsonObject other)
    {
        var leaves = new Dictionary<string, Leaf>(StringComparer.Ordinal);
        Collect("", item, other, leaves);
        return leaves;
    }

    private static void Collect(string path, JsonObject node, JsonNode? other, Dictionary<string, Leaf> into)
    {
        foreach (var (name, child) in node)
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            var beside = (other as JsonObject)?[name];
            if (child is JsonObject below && !ChangesKind(below, beside))
                Collect(at, below, beside, into);
            else
                into[at] = new(child, name == "cik" ? child?.ToString() ?? "" : Text(child)); // a number that is a name
        }
    }

    private static bool ChangesKind(JsonObject node, JsonNode? other) =>
        node["kind"] is { } kind && other is JsonObject && other["kind"]?.ToString() != kind.ToString();

    private static string Text(JsonNode? node) => node switch
    {
        JsonArray list => string.Join("\n", list.Select(Text)),
        JsonObject parent => string.Join(", ", parent.Select(p => p.Key == "kind" ? Text(p.Value) : $"{FieldLabels.Of(p.Key).ToLowerInvariant()} {Text(p.Value)}")),
        JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.True => "yes",
        JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.False => "no",
        JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.Number && value.TryGetValue<decimal>(out var number) => Exact(number),
        null => "",
        _ => Dated(node.ToString()),
    };

    /// <summary>A number with all its decimals, as people write it.</summary>
    private static string Exact(decimal number) => number.ToString("#,##0.############################", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>A date or a moment as people write it; any other text as it is.</summary>
    private static string Dated(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Figures.Date(date)
        : DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? Figures.Moment(moment)
        : text;

    /// <summary>A field's value and how it reads. An object's properties may stand in any order and still be the same value.</summary>
    private sealed record Leaf(JsonNode? Node, string Text);
}
