using ThesisBoard.Features.Comments;
using Xunit;

namespace ThesisBoard.Tests.Features.Comments;

/// <summary>Names and web addresses in a comment; everything else is plain text.</summary>
public sealed class CommentTextTests
{
    private static readonly Mention[] People = [new(Guid.NewGuid(), "Ann"), new(Guid.NewGuid(), "Ann Lee"), new(Guid.NewGuid(), "Bo")];

    [Theory]
    [InlineData("@Ann Lee, look", "Ann Lee")]
    [InlineData("@Ann looks", "Ann")]
    [InlineData("(@bo)", "Bo")]
    [InlineData("@Bob and bo@bo.example", "")]
    [InlineData("@Bo @Ann @Bo", "Bo Ann")]
    [InlineData("@", "")]
    public void A_name_is_found_whole_and_the_longest_one(string text, string expected) => Assert.Equal(expected, string.Join(' ', Mentions.Find(text, People).Select(m => m.Name)));

    [Fact]
    public void Two_members_of_one_name_are_both_mentioned() =>
        Assert.Equal(2, Mentions.Find("@Bo", [new(Guid.NewGuid(), "Bo"), new(Guid.NewGuid(), "bo")]).Count);

    [Theory]
    [InlineData("See https://sec.gov/a.htm.", "https://sec.gov/a.htm")]
    [InlineData("(http://a.example/b?c=1)", "http://a.example/b?c=1")]
    [InlineData("javascript:alert(1) data:text/html,x //evil.example", null)]
    [InlineData("https://", null)]
    public void Only_web_addresses_become_links_and_go_where_they_say(string text, string? link)
    {
        var parts = CommentText.Parts(text, []).ToList();
        Assert.Equal(text, string.Concat(parts.Select(p => p.Text)));
        Assert.Equal(link is null ? [] : [link], parts.Where(p => p.Link is not null).Select(p => p.Link));
        Assert.All(parts, p => Assert.True(p.Link is null || p.Link == p.Text));
    }

    [Fact]
    public void A_name_within_an_address_is_part_of_the_address() =>
        Assert.Equal(["https://a.example/@Bo", " ", "@Bo"], CommentText.Parts("https://a.example/@Bo @Bo", ["Bo"]).Select(p => p.Text));
}
