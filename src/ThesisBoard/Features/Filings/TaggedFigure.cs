using System.Globalization;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Filings;

/// <summary>A fact in the board's terms.</summary>
internal sealed record TaggedFigure(Period Period, Quantity Value, int? Decimals, Fact Fact, Subtrahend? Less = null)
{
    public bool IsDerived => Less is not null;

    /// <summary>Null where the fact has a unit, a period or a size that the board cannot hold.</summary>
    public static TaggedFigure? Of(Fact fact)
    {
        if (fact.Value is not { } exact || !exact.TryToDecimal(out var amount) || Math.Abs(amount) >= ThesisCheck.AmountLimit || fact.Period.End is not { } end
            || end < fact.Period.Start || !FactUnits.TryRead(fact.Unit, out var unit))
            return null;
        var period = fact.Period.Start is { } start ? Period.Between(start, end) : Period.At(end);
        var decimals = int.TryParse(fact.Decimals, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var stated) ? stated : (int?)null;
        return new(period, new(amount, unit), decimals, fact);
    }

    public bool Agrees(TaggedFigure other) => Precision.Agree(Value.Amount, Decimals, other.Value.Amount, other.Decimals);

    public bool IsFiner(TaggedFigure other) => Precision.Tolerance(Decimals) < Precision.Tolerance(other.Decimals);
}

/// <summary>Quarters out of year-to-date figures: six months less the first three.</summary>
internal static class Quarters
{
    /// <summary>The quarters that no fact states, each with what was subtracted: a fact of the same filing, else the figure on file.</summary>
    public static IEnumerable<TaggedFigure> Derived(IReadOnlyList<TaggedFigure> figures, Series? series)
    {
        var stated = figures.Select(f => (f.Period, f.Value.Unit)).ToHashSet();
        var byStart = figures.Where(f => !f.Period.IsInstant).ToLookup(f => (f.Period.Start, f.Value.Unit));
        foreach (var whole in figures.Where(f => f.Period is { IsInstant: false, IsQuarter: false }))
        {
            var unit = whole.Value.Unit;
            var parts = byStart[(whole.Period.Start, unit)].Select(f => new Subtrahend(f.Period, f.Value, f.Fact, null))
                .Concat((series?.Figures.Concat(series.OtherCurrencies) ?? []).Where(f => f.Period.Start == whole.Period.Start && f.Value.Unit == unit).Select(f => new Subtrahend(f.Period, f.Value, null, f)));
            var less = parts.FirstOrDefault(p => p.Period.End < whole.Period.End && Rest(whole.Period, p.Period).IsQuarter);
            if (less is null || !stated.Add((Rest(whole.Period, less.Period), unit)))
                continue;
            yield return new(Rest(whole.Period, less.Period), whole.Value - less.Value, Coarser(whole, less), whole.Fact, less);
        }
    }

    private static Period Rest(Period whole, Period part) => Period.Between(part.End.AddDays(1), whole.End);

    private static int? Coarser(TaggedFigure whole, Subtrahend less)
    {
        var other = less.Fact is { } fact ? TaggedFigure.Of(fact)?.Decimals : less.OnFile?.Used is [var only] ? only.Decimals : null;
        return whole.Decimals is { } a && other is { } b ? Math.Min(a, b) : whole.Decimals ?? other;
    }
}
