using ThesisBoard.Core.Metrics;
using Xunit;

namespace ThesisBoard.Core.Tests.Metrics;

public sealed class PeriodSelectorTests
{
    [Theory]
    [InlineData("2025-12-31", null, "2025-12-31")]
    [InlineData("2026-02", "2026-02-01/2026-02-28", "2026-02-28")]
    [InlineData("2024-02", "2024-02-01/2024-02-29", "2024-02-29")]
    [InlineData("2026-12", "2026-12-01/2026-12-31", "2026-12-31")]
    [InlineData("2026-Q1", "2026-01-01/2026-03-31", "2026-03-31")]
    [InlineData("2026-Q4", "2026-10-01/2026-12-31", "2026-12-31")]
    [InlineData("2026-H1", "2026-01-01/2026-06-30", "2026-06-30")]
    [InlineData("2026-H2", "2026-07-01/2026-12-31", "2026-12-31")]
    [InlineData("2025", "2025-01-01/2025-12-31", "2025-12-31")]
    [InlineData("2200", "2200-01-01/2200-12-31", "2200-12-31")]
    [InlineData("2026-02-07/2026-02-08", "2026-02-07/2026-02-08", null)]
    public void A_named_period_answers_as_a_flow_and_as_a_balance(string text, string? duration, string? instant)
    {
        Assert.True(PeriodSelector.TryParse(text, out var selector));
        Assert.Equal(duration, selector!.AsDuration?.ToString());
        Assert.Equal(instant, selector.AsInstant?.ToString());
        Assert.Equal(text, selector.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("202")]
    [InlineData("20255")]
    [InlineData("2025-")]
    [InlineData("2025-00")]
    [InlineData("2025-2")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-q1")]
    [InlineData("2026-H3")]
    [InlineData("2026-H12")]
    [InlineData("2026-02-29")]
    [InlineData("1899")]
    [InlineData("2201")]
    [InlineData("2026-02-08/2026-02-07")]
    [InlineData("2026-02/2026-03")]
    [InlineData("2026-02-07/2026-02-08/2026-02-09")]
    public void Anything_else_is_no_period(string? text) => Assert.False(PeriodSelector.TryParse(text, out _));
}
