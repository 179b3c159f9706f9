using System.Collections.Frozen;

namespace ThesisBoard.Filings.Transforms;

/// <summary>Turns the text on the page into a value's lexical form; <see langword="null"/> where the text does not fit.</summary>
public delegate string? TextTransform(string text);

/// <summary>
/// The transforms that inline XBRL names in <c>format</c>: XBRL International's Transformation Rules Registries 1 to 5
/// and the SEC's own. A name belongs to the registry of its namespace only.
/// </summary>
public static class TransformRegistry
{
    public const string Sec = "http://www.sec.gov/inlineXBRL/transformation/2015-08-31";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, TextTransform>> Registries = Build();

    /// <summary>The transform, or <see langword="null"/> if that namespace is no registry or has no such name.</summary>
    public static TextTransform? Find(string registry, string name) =>
        Registries.TryGetValue(registry, out var names) && names.TryGetValue(name, out var transform) ? transform : null;

    /// <summary>All names of a registry, sorted; empty for an unknown namespace.</summary>
    public static IReadOnlyList<string> NamesOf(string registry) =>
        Registries.TryGetValue(registry, out var names) ? [.. names.Keys.Order(StringComparer.Ordinal)] : [];

    private static FrozenDictionary<string, FrozenDictionary<string, TextTransform>> Build()
    {
        var first = Freeze(NumberTransforms.First, DateTransforms.First);
        return new Dictionary<string, FrozenDictionary<string, TextTransform>>(StringComparer.Ordinal)
        {
            ["http://www.xbrl.org/2008/inlineXBRL/transformation"] = first,
            ["http://www.xbrl.org/inlineXBRL/transformation/2010-04-20"] = first,
            ["http://www.xbrl.org/inlineXBRL/transformation/2011-07-31"] = Freeze(NumberTransforms.Second, DateTransforms.Second),
            ["http://www.xbrl.org/inlineXBRL/transformation/2015-02-26"] = Freeze(NumberTransforms.Third, DateTransforms.Third),
            ["http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"] = Freeze(NumberTransforms.Fourth, DateTransforms.Fourth),
            ["http://www.xbrl.org/inlineXBRL/transformation/2022-02-16"] = Freeze(NumberTransforms.Fifth, DateTransforms.Fifth),
            [Sec] = Freeze(SecTransforms.All),
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, TextTransform> Freeze(params IEnumerable<(string Name, TextTransform Transform)>[] groups) =>
        groups.SelectMany(g => g).ToFrozenDictionary(t => t.Name, t => t.Transform, StringComparer.Ordinal);
}
