using System.Runtime.CompilerServices;
using ThesisBoard.Core.Judging;
using ThesisBoard.Tests.Shared;
using Xunit;

namespace ThesisBoard.Tests.Features.Replays;

/// <summary>A replay lets go of what it passed: an answer that held the one before it held them all, and every collection of a long history copied every answer of it.</summary>
public sealed class ReplayRetentionTests
{
    [Fact]
    public void The_answer_of_a_date_does_not_hold_on_to_the_answers_of_earlier_dates()
    {
        var (thesis, record) = BigRecord.OneMetric(50);
        var index = new RecordIndex(thesis, record);
        var view = new RecordView(index, index.Stops[0]);
        string[] criteria = ["level", "half-level", "rises"];
        var passed = Pass(view, index.Stops, criteria);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.True(passed.Count > 100, $"{passed.Count} answers are too few to show it.");
        Assert.Equal(0, passed.Count(answer => answer.IsAlive));
        Assert.All(criteria, key => Assert.NotEmpty(view.Criterion(key)!.Reason));
    }

    /// <summary>Judges on every date, and gives the answers that are not those of the last two.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Pass(RecordView view, IReadOnlyList<DateOnly> dates, string[] criteria)
    {
        var answers = new List<WeakReference>();
        var last = new HashSet<RuleAnswer>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < dates.Count; i++)
        {
            view.MoveTo(dates[i], criteria);
            foreach (var key in criteria)
            {
                var answer = view.Criterion(key)!.Rule;
                if (i >= dates.Count - 2)
                    last.Add(answer);
                else
                    answers.Add(new(answer));
            }
        }

        return [.. answers.Where(a => a.Target is not RuleAnswer answer || !last.Contains(answer))];
    }
}
