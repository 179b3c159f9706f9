using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Charts;

/// <summary>The build-out: for each milestone, since when each element is evidenced, and which are missing. Announced alone is a slogan, and looks like one.</summary>
public static class BuildOutChart
{
    /// <summary>The chart's key.</summary>
    public const string Key = "build-out";

    private const int RowHeight = 18;

    /// <summary>Bold letters of a panel's title on a narrow phone.</summary>
    private const int PhoneWidth = 38;

    private static readonly (Element Element, string Name)[] Elements =
    [
        (Element.Announcement, "Announced"), (Element.Dollars, "Dollars"), (Element.Capacity, "Capacity"), (Element.Customer, "Customer"),
        (Element.Contract, "Contract"), (Element.Hardware, "Hardware"), (Element.Uptime, "Uptime"),
    ];

    /// <summary>The chart; null when the thesis has no milestones.</summary>
    public static ChartModel? Of(BoardState board)
    {
        if (board.Milestones.Count == 0)
            return null;
        var proofs = board.Milestones.SelectMany(m => m.Proofs).ToList();
        var first = proofs.Count > 0 ? proofs.Min(p => p.Evidence.Published.Date) : board.AsOf.AddMonths(-3);
        var due = board.Line?.Due;
        var end = due > board.AsOf && due < board.AsOf.AddYears(2) ? due.Value : board.AsOf;
        var from = first.AddMonths(-1);
        var to = end > from ? end : from.AddMonths(3);
        return new()
        {
            Key = Key,
            Title = "Build-out: evidenced or missing",
            Takeaway = Takeaway(board),
            AsOf = board.AsOf,
            From = from,
            To = to,
            Panels = [.. board.Milestones.Select(m => Panel(m, board.AsOf, from))],
            Events = due is { } day && day >= from && day <= to ? [new(day, "answer due")] : [],
            Table = Table(board),
            Note = "A milestone is complete only where dollars, capacity and a customer are all evidenced. On a dotted row nothing is on file.",
        };
    }

    private static ChartPanel Panel(MilestoneState milestone, DateOnly asOf, DateOnly from)
    {
        var points = new List<ChartPoint>();
        var gaps = new List<ChartGap>();
        for (var row = 0; row < Elements.Length; row++)
        {
            if (Earliest(milestone, Elements[row].Element) is { } proof)
                points.Add(Point(proof, row));
            else if (asOf > from)
                gaps.Add(new(from, asOf, MilestoneState.Required.Contains(Elements[row].Element) ? DataCell.NotOnFile : "", row));
        }

        return new()
        {
            Title = Brief(milestone.Milestone.Title),
            Subtitle = Stage(milestone),
            Unit = Unit.One,
            Height = RowHeight * Elements.Length,
            Rows = [.. Elements.Select(e => e.Name)],
            Series = [new(milestone.Milestone.Key, milestone.Milestone.Title, SeriesShape.Since, Tone(milestone.Stage), [.. points.OrderBy(p => p.Period)])],
            Gaps = gaps,
            Labels = [.. points.Where(p => p.Label.Length > 0 && (int)p.Value > 0).Select(p => new ChartLabel(p.Period.End, p.Value, p.Label, LabelSide.Right, Tone(milestone.Stage)))],
        };
    }

    private static ChartPoint Point(ProofState proof, int row) => new()
    {
        Period = Period.At(proof.Evidence.Published.Date),
        Value = row,
        Label = proof.Proof.Amount is { } amount ? Figures.Show(amount) : "evidenced",
        Origin = $"{ChartOrigins.Word(proof.Evidence.Grade)}: {proof.Evidence.Item.Claim}",
        Source = proof.Evidence.Source.Key,
        Grade = proof.Evidence.Grade,
    };

    private static ProofState? Earliest(MilestoneState milestone, Element element) =>
        milestone.Proofs.Where(p => p.Proof.Element == element).OrderBy(p => p.Evidence.Published.Date).ThenByDescending(p => p.Evidence.Grade).FirstOrDefault();

    private static ChartTone Tone(MilestoneStage stage) => stage switch
    {
        MilestoneStage.Complete => ChartTone.Met,
        MilestoneStage.Partial => ChartTone.Strained,
        _ => ChartTone.Soft,
    };

    private static string Stage(MilestoneState milestone) => milestone.Stage switch
    {
        MilestoneStage.Complete => "Complete",
        MilestoneStage.Partial => "Partly evidenced",
        MilestoneStage.Announced => "Announced only",
        _ => "Nothing on file",
    };

    /// <summary>As much of the title as a phone's width leaves.</summary>
    private static string Brief(string title) => title.Length > PhoneWidth ? title[..(PhoneWidth - 1)].TrimEnd() + "…" : title;

    private static string Takeaway(BoardState board)
    {
        var complete = board.Milestones.Count(m => m.Stage == MilestoneStage.Complete);
        var missing = MilestoneState.Required.Where(e => board.Milestones.All(m => m.Missing.Contains(e)))
            .Select(e => Array.Find(Elements, x => x.Element == e).Name.ToLowerInvariant()).ToList();
        var nowhere = missing switch
        {
            [] => "each of dollars, capacity and customer is evidenced for at least one",
            [var one] => $"no {one} is on file for any of them",
            _ => $"neither {string.Join(" nor ", missing)} is on file for any of them",
        };
        return $"{complete} of {Figures.Count(board.Milestones.Count, "milestone")} complete; {nowhere}.";
    }

    private static DataTable Table(BoardState board) => new(
        ["Milestone", .. Elements.Select(e => e.Name)],
        [.. board.Milestones.Select(m => (IReadOnlyList<DataCell>)[new(m.Milestone.Title), .. Elements.Select(e => Cell(m, e.Element))])]);

    private static DataCell Cell(MilestoneState milestone, Element element) => Earliest(milestone, element) is { } proof
        ? new($"{(proof.Proof.Amount is { } a ? Figures.Show(a) : "evidenced")}, {Figures.Date(proof.Evidence.Published.Date)}", null, proof.Evidence.Source.Key, ChartOrigins.Word(proof.Evidence.Grade))
        : new(DataCell.NotOnFile);
}
