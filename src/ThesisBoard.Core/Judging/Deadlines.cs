using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>When something is due, as known on a date.</summary>
/// <param name="Date">The date.</param>
/// <param name="IsEstimated">It follows from the filing rules and is not announced.</param>
internal readonly record struct DueDate(DateOnly Date, bool IsEstimated);

/// <summary>Turns deadlines into dates with what is known on the as-of date: a filed report is due on the day it was filed.</summary>
internal sealed class Deadlines
{
    private const int SpanDays = 400;
    private readonly RecordIndex index;
    private readonly Thesis thesis;
    private readonly Dictionary<ReportRef, ReportDue> dues = [];
    private DateOnly asOf;
    private int known;

    public Deadlines(RecordIndex index, DateOnly asOf)
    {
        (this.index, thesis) = (index, index.Thesis);
        MoveTo(asOf);
    }

    /// <summary>Goes on to a later date; only what is filed moves a report.</summary>
    public void MoveTo(DateOnly to)
    {
        asOf = to;
        for (; known < index.Filings.Count && index.Filings[known].Published.IsKnown(asOf); known++)
            dues.Clear();
    }

    public DueDate? Of(Deadline? deadline)
    {
        if (deadline is null)
            return null;
        if (deadline.Date is { } date)
            return new DueDate(date, false);
        if (deadline.WithLine)
            return thesis.Line is { Deadline: { WithLine: false } line } ? Of(line) : null;
        var dues = Reports(deadline).Select(Due).ToList();
        return dues.Count == 0 ? null : new DueDate(dues.Max(d => d.Date), dues.MaxBy(d => d.Date)!.IsEstimated);
    }

    /// <summary>The next report: a late one that a deadline names comes first, else the first that is still to be filed.</summary>
    public NextReport? Next(IEnumerable<CriterionState> criteria)
    {
        var waiting = criteria.Where(c => c.IsOpen).ToList();
        var late = Named().Select(Due).Where(d => d.FiledOn is null && d.Date < asOf).MinBy(d => d.Date);
        var next = late ?? Coming().Select(Due).Where(d => d.FiledOn is null && d.Date >= asOf).MinBy(d => d.Date);
        return next is null ? null : new NextReport(
            next, next.Date.DayNumber - asOf.DayNumber, [.. waiting.Where(c => Waits(c.Contract.Deadline, next.Report)).Select(c => c.Key)]);
    }

    /// <summary>
    /// The reports whose day has passed without them, ascending: those that a deadline names, and those for periods after the newest report on file.
    /// Where none is on file, nothing says since when others are looked for.
    /// </summary>
    public IReadOnlyList<ReportDue> Late()
    {
        var since = index.Filings.Take(known).Max(f => f.Report?.PeriodEnd) is { } newest && newest < asOf
            ? FilingCalendar.Reports(thesis.Issuer.Filer, newest.AddDays(1), asOf)
            : [];
        return [.. Named().Union(since).Select(Due).Where(d => d.FiledOn is null && d.Date < asOf).OrderBy(d => d.Date)];
    }

    private ReportDue Due(ReportRef report)
    {
        if (!dues.TryGetValue(report, out var due))
            dues[report] = due = FilingCalendar.Due(thesis.Issuer, report, index.Filings.Take(known));
        return due;
    }

    private IEnumerable<ReportRef> Reports(Deadline deadline) => deadline.Next > 0 && deadline.After is { } after
        ? FilingCalendar.NextReports(thesis.Issuer.Filer, after, deadline.Next)
        : deadline.Reports;

    private IEnumerable<ReportRef> Named() =>
        thesis.Criteria.Select(c => c.On(asOf).Deadline).Append(thesis.Line?.Deadline).OfType<Deadline>().SelectMany(Reports).Distinct();

    private IEnumerable<ReportRef> Coming()
    {
        var day = asOf.DayNumber;
        return FilingCalendar.Reports(
            thesis.Issuer.Filer,
            DateOnly.FromDayNumber(Math.Max(day - SpanDays, DateOnly.MinValue.DayNumber)),
            DateOnly.FromDayNumber(Math.Min(day + SpanDays, DateOnly.MaxValue.DayNumber)));
    }

    private bool Waits(Deadline? deadline, ReportRef report) => deadline is not null
        && (deadline.WithLine ? thesis.Line is { Deadline: { WithLine: false } line } && Waits(line, report) : Reports(deadline).Contains(report));
}
