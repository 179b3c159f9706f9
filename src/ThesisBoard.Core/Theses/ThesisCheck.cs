using System.Runtime.CompilerServices;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses.Checks;

namespace ThesisBoard.Core.Theses;

/// <summary>The rules that a thesis and its record keep before they are saved or read: names, references, units, bounds, and rules that can be judged.</summary>
public static class ThesisCheck
{
    /// <summary>The longest title, name or topic, in characters.</summary>
    public const int MaxTitle = 200;

    /// <summary>The longest clause or question.</summary>
    public const int MaxClause = 500;

    /// <summary>The longest claim, note, assumption or reason.</summary>
    public const int MaxText = 2_000;

    /// <summary>The longest quotation.</summary>
    public const int MaxQuote = 10_000;

    /// <summary>Amounts stay below this size, either sign.</summary>
    public const decimal AmountLimit = 1_000_000_000_000_000m;

    /// <summary>The most decimals of an amount.</summary>
    public const int MaxDecimals = 8;

    /// <summary>The most criteria of a thesis.</summary>
    public const int MaxCriteria = 500;

    /// <summary>How deep composite rules nest.</summary>
    public const int MaxNesting = 8;

    /// <summary>Theses that were found to be in order by themselves. Most writes change the record alone, and a thesis that is the same object stays in order.</summary>
    private static readonly ConditionalWeakTable<Thesis, Thesis> InOrder = [];

    /// <summary>The earliest date on file.</summary>
    public static DateOnly FirstDate { get; } = new(1900, 1, 1);

    /// <summary>The latest date on file.</summary>
    public static DateOnly LastDate { get; } = new(2200, 12, 31);

    /// <summary>Everything that is wrong, all at once (the first 500 at least); empty when nothing is.</summary>
    public static IReadOnlyList<Problem> Check(Thesis thesis, Record record)
    {
        // Nearly every board is in order, and to write down where each of some thousand checks looks takes longer than to look: first whether, then where.
        if (IsInOrder(thesis))
        {
            var quick = new CheckDesk(thesis, record, namesPlaces: false);
            CheckRecord(quick, record);
            if (quick.Problems.Count == 0)
                return [];
        }

        var desk = new CheckDesk(thesis, record, namesPlaces: true);
        CheckThesis(desk, thesis);
        CheckRecord(desk, record);
        return desk.Problems;
    }

    private static bool IsInOrder(Thesis thesis)
    {
        if (InOrder.TryGetValue(thesis, out _))
            return true;
        var desk = new CheckDesk(thesis, Record.Empty, namesPlaces: false);
        CheckThesis(desk, thesis);
        if (desk.Problems.Count > 0)
            return false;
        InOrder.AddOrUpdate(thesis, thesis);
        return true;
    }

    /// <summary>What a thesis keeps whatever is on file.</summary>
    private static void CheckThesis(CheckDesk desk, Thesis thesis)
    {
        new ThesisChecks(desk).Check(thesis);
        new CriterionChecks(desk).Check(thesis.Criteria);
        new StageChecks(desk).Check(thesis);
        new FormulaChecks(desk).CheckFormulas(thesis.Metrics);
    }

    private static void CheckRecord(CheckDesk desk, Record record)
    {
        new SourceChecks(desk).Check(record.Sources);
        new RecordChecks(desk).Check(record);
    }
}
