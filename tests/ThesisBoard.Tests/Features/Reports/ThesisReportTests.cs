using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Reports;
using ThesisBoard.Tests.Features.Boards;
using Xunit;

namespace ThesisBoard.Tests.Features.Reports;

public sealed class ThesisReportTests
{
    [Fact]
    public void Charts_of_what_is_broken_and_strained_stand_before_those_of_legs_that_are_met()
    {
        var debt = HandMadeBoard.State().Series["long-term-debt"];
        string[] metrics = ["first", "second", "risk", "worry"];
        var criteria = new[]
        {
            On("first", Standing.Met, CriterionGroup.InvalidationLine), On("second", Standing.Met, CriterionGroup.InvalidationLine),
            On("worry", Standing.Strained, CriterionGroup.Risks), On("risk", Standing.Broken, CriterionGroup.Risks),
        };
        var board = HandMadeBoard.State(criteria) with { Series = metrics.ToDictionary(m => m, m => debt with { Metric = debt.Metric with { Key = m } }) };

        Assert.Equal(["metric-risk", "metric-worry"], ThesisReport.Of(board).Charts.Select(c => c.Key));
    }

    private static CriterionState On(string metric, Standing standing, CriterionGroup group) =>
        HandMadeBoard.Criterion(metric, metric, standing, group, new(() => new("", "", null, null)) { Standing = standing, Metric = metric }, new ThresholdRule(metric, null, 0));
}
