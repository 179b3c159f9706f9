using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Quantities;

public sealed class TimesTests
{
    [Fact]
    public void What_is_published_on_a_day_is_known_on_that_day_and_not_before()
    {
        var published = new PublishedOn(new DateOnly(2026, 5, 31));

        Assert.False(published.IsKnown(new DateOnly(2026, 5, 30)));
        Assert.True(published.IsKnown(new DateOnly(2026, 5, 31)));
        Assert.True(published.IsKnown(DateOnly.MaxValue));
        Assert.Equal("2026-05-31", published.ToString());
    }

    [Fact]
    public void An_entry_has_the_utc_day() =>
        Assert.Equal(new DateOnly(2026, 11, 22), new RecordedAt(new DateTime(2026, 11, 22, 23, 59, 59, DateTimeKind.Utc)).Date);
}
