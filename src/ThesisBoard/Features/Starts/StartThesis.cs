using System.Globalization;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Starts;

/// <summary>Makes the draft of a thesis out of what was typed, once every step is sound.</summary>
internal static class StartThesis
{
    public static Thesis Of(StartForm form, DateOnly today)
    {
        var parts = form.Breaks.Select(b => (Break: b, Parts: b.Make(new(b, form)))).ToList();
        var legs = form.Legs;
        var criteria = new List<(Break Break, Criterion Criterion)>();
        foreach (var (one, (_, words)) in parts)
        {
            criteria.Add((one, new()
            {
                Key = Keys.From(words.Title, criteria.Select(c => c.Criterion.Key)),
                Title = words.Title,
                Group = legs.Contains(one) ? CriterionGroup.InvalidationLine : CriterionGroup.Risks,
                Contracts = [words.Contract(today, legs.Contains(one) ? new() { WithLine = true } : null)],
            }));
        }

        return new()
        {
            Slug = Keys.From(form["claim"], []),
            Title = form["claim"],
            Claim = form["more"],
            Issuer = form.Issuer,
            Metrics = [.. parts.SelectMany(p => p.Parts.Metrics).DistinctBy(m => m.Key)],
            Criteria = [.. criteria.Select(c => c.Criterion)],
            Line = legs.Count == 0 ? null : new([.. criteria.Where(c => legs.Contains(c.Break)).Select(c => c.Criterion.Key)], Deadline(form, today), form["then"].TrimEnd('.')),
        };
    }

    private static Deadline Deadline(StartForm form, DateOnly today) => form.IsByReports
        ? new() { Next = int.Parse(form["reports"], NumberStyles.None, CultureInfo.InvariantCulture), After = today }
        : new() { Date = BoardUrls.TryDate(form["by"], out var date) ? date : throw new InvalidOperationException("The line's day was not checked.") };
}
