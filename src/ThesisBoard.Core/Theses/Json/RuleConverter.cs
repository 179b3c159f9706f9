using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Theses.Json;

/// <summary>Writes a rule as an object that begins with its kind; a composite rule's kind is its quorum.</summary>
internal sealed class RuleConverter : JsonConverter<Rule>
{
    public const string Kind = "kind";
    private const string QuorumName = "quorum";

    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["threshold"] = typeof(ThresholdRule),
        ["change"] = typeof(ChangeRule),
        ["trend"] = typeof(TrendRule),
        ["occurrence"] = typeof(OccurrenceRule),
        ["milestones"] = typeof(MilestonesRule),
        ["balance"] = typeof(BalanceRule),
        ["delivery"] = typeof(DeliveryRule),
        ["judged"] = typeof(JudgedRule),
        ["unverifiable"] = typeof(UnverifiableRule),
        ["all"] = typeof(CompositeRule),
        ["any"] = typeof(CompositeRule),
        ["none"] = typeof(CompositeRule),
        ["at-least"] = typeof(CompositeRule),
    };

    private static readonly Dictionary<Type, string> Kinds =
        Types.Where(t => t.Value != typeof(CompositeRule)).ToDictionary(t => t.Value, t => t.Key);

    /// <summary>All kinds, for messages.</summary>
    public static IReadOnlyCollection<string> AllKinds => Types.Keys;

    /// <summary>The type of a kind, or null.</summary>
    public static Type? TypeOf(string? kind) => kind is null ? null : Types.GetValueOrDefault(kind);

    /// <summary>The property of the type that the kind stands for, or null.</summary>
    public static string? ImpliedBy(Type type) => type == typeof(CompositeRule) ? QuorumName : null;

    public override Rule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonNode.Parse(ref reader) is not JsonObject rule || rule[Kind] is not JsonValue value || !value.TryGetValue(out string? kind) || TypeOf(kind) is not { } type)
            throw new JsonException($"Expected a rule whose kind is one of: {string.Join(", ", AllKinds)}.");
        rule.Remove(Kind);
        if (ImpliedBy(type) is { } implied)
            rule[implied] = kind;
        return (Rule)rule.Deserialize(type, options)!;
    }

    public override void Write(Utf8JsonWriter writer, Rule value, JsonSerializerOptions options)
    {
        var rule = JsonSerializer.SerializeToElement(value, value.GetType(), options);
        writer.WriteStartObject();
        writer.WriteString(Kind, value is CompositeRule composite ? Words.Of(composite.Quorum) : Kinds[value.GetType()]);
        foreach (var property in rule.EnumerateObject())
        {
            if (property.Name != ImpliedBy(value.GetType()))
                property.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
