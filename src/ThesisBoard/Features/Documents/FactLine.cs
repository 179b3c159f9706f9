using System.Globalization;
using System.Text.RegularExpressions;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Documents;

/// <summary>A tagged fact as the panel of the reader lists it.</summary>
/// <param name="Words">The concept's standard label or, where none is known, its name as words.</param>
/// <param name="Metric">The thesis's metric that names this concept, where one does.</param>
/// <param name="Scale">The power of ten by which the printed figure was multiplied; null for a text.</param>
/// <param name="Raw">The characters in the document.</param>
/// <param name="IsOnPage">It is marked on the page; a hidden one is not.</param>
public sealed partial record FactLine(
    string Tag, string Name, string Words, Metric? Metric, string Value, string Unit, string Period, string Decimals, int? Scale, string Raw, string Dimensions, bool IsOnPage)
{
    private const int LongestText = 160;

    public static FactLine Of(Fact fact, Metric? metric, bool isOnPage) => new(
        fact.Tag, fact.Name, StandardLabels.Of(fact.Name, fact.Namespace) ?? Spoken(fact.LocalName), metric,
        fact.Value is { } value ? Grouped(value) : "nil", UnitWords(fact.Unit), PeriodWords(fact.Period), fact.Decimals, ScaleOf(fact), fact.RawText.Trim(),
        string.Join(", ", fact.Dimensions.Select(d => Spoken(Local(d.Member)))), isOnPage);

    public static FactLine Of(TextFact fact, bool isOnPage) => new(
        fact.Tag, fact.Name, Spoken(Local(fact.Name)), null, fact.Text is { } text ? Short(text) : "nil", "", PeriodWords(fact.Period), "", null, "",
        string.Join(", ", fact.Dimensions.Select(d => Spoken(Local(d.Member)))), isOnPage);

    public bool Holds(string word) =>
        Name.Contains(word, StringComparison.OrdinalIgnoreCase) || Words.Contains(word, StringComparison.OrdinalIgnoreCase) || Value.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Raw.Contains(word, StringComparison.OrdinalIgnoreCase) || Period.Contains(word, StringComparison.OrdinalIgnoreCase) || Unit.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Dimensions.Contains(word, StringComparison.OrdinalIgnoreCase) || (Metric?.Title.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false);

    private static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    internal static string Spoken(string name)
    {
        var words = Border().Replace(name.EndsWith("Member", StringComparison.Ordinal) ? name[..^6] : name, " ");
        return words.Length == 0 ? name : words[0] + Capital().Replace(words[1..], m => m.Value.ToLowerInvariant());
    }

    private static string Grouped(PlainDecimal value) => value.TryToDecimal(out var number) ? number.ToString("#,##0.############################", CultureInfo.InvariantCulture) : value.ToString();

    private static string UnitWords(UnitMeasure unit) => string.Join(" / ", new[] { unit.Numerator, unit.Denominator }.Where(m => m.Count > 0).Select(m => string.Join(" × ", m.Select(Local))));

    private static string PeriodWords(FactPeriod period) => (period.Start, period.End) switch
    {
        (_, null) => "forever",
        (null, { } day) => Figures.Date(day),
        ({ } start, { } end) => $"{Figures.Date(start)} – {Figures.Date(end)}",
    };

    /// <summary>The power of ten between the printed digits and the value.</summary>
    private static int? ScaleOf(Fact fact)
    {
        var digits = new string([.. fact.RawText.Where(c => char.IsAsciiDigit(c) || c == '.')]);
        for (var scale = 0; fact.Value is { } value && scale <= 12; scale++)
        {
            foreach (var sign in (bool[])[false, true])
            {
                if (PlainDecimal.TryParse(digits, scale, sign, out var scaled) && scaled.Equals(value))
                    return scale;
            }
        }

        return null;
    }

    private static string Short(string text)
    {
        var flat = Spaces().Replace(text, " ").Trim();
        return flat.Length <= LongestText ? flat : flat[..LongestText] + "…";
    }

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Border();

    [GeneratedRegex(@"\b[A-Z](?=[a-z])")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
