using ThesisBoard.Features.Boards;
using Xunit;

namespace ThesisBoard.Tests.Features.Boards;

public sealed class VisitCookieTests
{
    private static readonly Visit Monday = new(new(2026, 11, 16), 4);
    private static readonly Visit Sunday = new(new(2026, 11, 22), 9);

    [Fact]
    public void A_first_visit_has_none_before_it()
    {
        var (last, value) = VisitCookie.Turn(null, Monday);

        Assert.Null(last);
        Assert.Equal("2026-11-16.4", value);
    }

    [Fact]
    public void A_later_day_looks_back_to_the_day_before_it()
    {
        var (last, value) = VisitCookie.Turn("2026-11-16.4", Sunday);

        Assert.Equal(Monday, last);
        Assert.Equal("2026-11-16.4~2026-11-22.9", value);
    }

    [Fact]
    public void Loading_the_page_again_on_the_same_day_still_looks_back_to_the_earlier_day()
    {
        var (last, value) = VisitCookie.Turn("2026-11-16.4~2026-11-22.7", Sunday);

        Assert.Equal(Monday, last);
        Assert.Equal("2026-11-16.4~2026-11-22.9", value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("2026-13-01.4")]
    [InlineData("2026-11-16.-4")]
    [InlineData("<script>~<script>~<script>")]
    [InlineData("2027-01-01.1")]
    public void A_cookie_that_makes_no_sense_is_no_visit(string cookie) => Assert.Null(VisitCookie.Turn(cookie, Sunday).Last);
}
