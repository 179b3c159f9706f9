using System.Globalization;
using ThesisBoard.Filings.Text;
using ThesisBoard.Filings.Transforms;

namespace ThesisBoard.Filings.Xbrl;

/// <summary>Turns pending facts into facts once all documents are read. What cannot be resolved is skipped with its reason.</summary>
internal sealed class Resolver(Report report)
{
    private readonly List<Fact> facts = [];
    private readonly List<TextFact> texts = [];
    private readonly List<SkippedFact> skipped = [];
    private readonly Dictionary<(ReferenceKind, string), MissingReference> missing = [];

    public ReadResult Resolve(FilingFormat format)
    {
        foreach (var fact in report.Facts)
        {
            if (Explain(fact) is { } problem)
                skipped.Add(new SkippedFact(fact.Place, fact.Name.Length == 0 ? "?" : fact.Name, fact.IsNumeric, problem));
        }
        return new ReadResult(format, facts, texts, skipped, [.. missing.Values]);
    }

    /// <summary>Adds the fact, or says why not.</summary>
    private string? Explain(PendingFact fact)
    {
        if (fact.Name.Length == 0)
            return "it has no name";
        if (fact.Namespace is null)
            return "its name has a prefix that is not declared";
        if (fact.Problem is not null)
            return fact.Problem;
        if (fact.ContextId.Length == 0)
            return "it refers to no context";
        if (report.Contexts.Find(fact.Document, fact.ContextId) is not { } context)
        {
            if (!string.IsNullOrEmpty(fact.UnitId) && report.Units.Find(fact.Document, fact.UnitId) is null)
                Miss(ReferenceKind.Unit, fact.UnitId, fact);
            return Miss(ReferenceKind.Context, fact.ContextId, fact);
        }
        if (context.Problem is not null)
            return context.Problem;
        return fact.IsNumeric ? AddFact(fact, context) : AddText(fact, context);
    }

    private string? AddFact(PendingFact fact, Context context)
    {
        if (string.IsNullOrEmpty(fact.UnitId))
            return "it refers to no unit";
        if (report.Units.Find(fact.Document, fact.UnitId) is not { } unit)
            return Miss(ReferenceKind.Unit, fact.UnitId, fact);
        if (unit.Problem is not null)
            return unit.Problem;
        PlainDecimal? value = null;
        if (!fact.IsNil)
        {
            if (Value(fact, out var number) is { } problem)
                return problem;
            value = number;
        }
        facts.Add(new Fact(
            fact.Name, fact.Namespace!, value, context.Period, context.Dimensions, unit.Measure, fact.Decimals, context.Entity,
            fact.Text, fact.Transform, fact.IsHidden, fact.Id, fact.Place)
        { Tag = FactTag.Of(fact.Id, fact.Number) });
        return null;
    }

    private string? Value(PendingFact fact, out PlainDecimal value)
    {
        value = default;
        var text = XmlSpace.Trim(fact.Text);
        var scale = 0;
        if (fact.Scale.Length > 0 && !int.TryParse(fact.Scale, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out scale))
            return $"its scale '{fact.Scale}' is no integer";
        if (fact.Sign is not ("" or "-"))
            return $"its sign '{fact.Sign}' is not '-'";
        if (fact.Transform.Length > 0)
        {
            if (Transform(fact, fact.Text, out var transformed) is { } problem)
                return problem;
            text = transformed;
        }
        if (text is "INF" or "-INF" or "NaN")
            return $"its value is {text}, which has no plain decimal";
        if (IsInline && text.AsSpan().ContainsAny('-', '+'))
            return $"'{Shorten(text)}' has a sign of its own; inline XBRL keeps it in the sign attribute";
        return PlainDecimal.TryParse(text, scale, fact.Sign == "-", out value) ? null : $"'{Shorten(text)}' is not a number";
    }

    private string? AddText(PendingFact fact, Context context)
    {
        string? text = null;
        if (!fact.IsNil)
        {
            text = fact.Text;
            if (fact.ContinuedAt.Length > 0 && Continue(fact, ref text) is { } broken)
                return broken;
            if (fact.Transform.Length > 0 && Transform(fact, text, out text) is { } problem)
                return problem;
        }
        texts.Add(new TextFact(
            fact.Name, fact.Namespace!, text, context.Period, context.Dimensions, context.Entity, fact.IsHidden, fact.Id, fact.Place)
        { Tag = FactTag.Of(fact.Id, fact.Number) });
        return null;
    }

    private string? Continue(PendingFact fact, ref string text)
    {
        var whole = new List<string> { text };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = fact.ContinuedAt; next.Length > 0;)
        {
            if (report.Continuations.Find(fact.Document, next) is not { } part)
                return Miss(ReferenceKind.Continuation, next, fact);
            if (!seen.Add(next))
                return $"its continuation '{next}' leads back to itself";
            report.TakeText(part.Text.Length, fact.Place);
            whole.Add(part.Text);
            next = part.ContinuedAt;
        }
        text = string.Concat(whole);
        return null;
    }

    private static string? Transform(PendingFact fact, string input, out string output)
    {
        output = "";
        if (fact.TransformNamespace is null)
            return $"its transform '{fact.Transform}' has a prefix that is not declared";
        var name = fact.Transform[(fact.Transform.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (TransformRegistry.Find(fact.TransformNamespace, name) is not { } transform)
            return $"its transform '{fact.Transform}' ({fact.TransformNamespace}) is in no registry known here";
        if (transform(input) is not { } result)
            return $"'{Shorten(input)}' does not fit its transform '{fact.Transform}'";
        output = result;
        return null;
    }

    private string Miss(ReferenceKind kind, string id, PendingFact fact)
    {
        missing[(kind, id)] = missing.TryGetValue((kind, id), out var known)
            ? known with { Uses = known.Uses + 1 }
            : new MissingReference(kind, id, 1, fact.Place);
        return $"its {kind.ToString().ToLowerInvariant()} '{id}' is in no document given";
    }

    private bool IsInline => report.Format == FilingFormat.InlineXbrl;

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
