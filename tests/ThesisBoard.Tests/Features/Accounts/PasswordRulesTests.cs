using ThesisBoard.Features.Accounts;
using Xunit;

namespace ThesisBoard.Tests.Features.SignIn;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("a lamp under the stairs")]
    [InlineData("mittwochs nur mit Hut")]
    [InlineData("tK7#vq2Lm9xR")]
    [InlineData("gravel tuba onion fjord")]
    [InlineData("Ünïcödé läßt sich merken")]
    public void Long_and_not_known_is_enough_of_whatever_characters(string password) => Assert.Null(PasswordRules.Trouble(password, "Ada Lovelace", "ada@example.com"));

    [Theory]
    [InlineData("tK7#vq2Lm9x")] // one too short
    [InlineData("password1234")]
    [InlineData("Passw0rd!2026")]
    [InlineData("P@$$w0rdP@$$w0rd")]
    [InlineData("qwertyuiop123")]
    [InlineData("123456789012")]
    [InlineData("iloveyou2025!!")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("letmeinletmein")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("SummerWinter2026")]
    [InlineData("Welcome-Admin-123")]
    [InlineData("adalovelace1815")]
    [InlineData("lovelace@example")]
    [InlineData("thesisboard2026")]
    public void What_is_short_known_or_made_of_what_others_know_is_refused(string password) => Assert.NotNull(PasswordRules.Trouble(password, "Ada Lovelace", "ada.lovelace@example.com"));

    [Fact]
    public void A_password_that_takes_the_server_long_is_refused() => Assert.NotNull(PasswordRules.Trouble(new string('x', 100) + string.Concat(Enumerable.Range(0, 200).Select(n => (char)('a' + (n * 7 % 26))))));

    [Theory]
    [InlineData("/t/cango-ai-pivot?asOf=2026-01-01", "/t/cango-ai-pivot?asOf=2026-01-01")]
    [InlineData("//evil", "/")]
    [InlineData("https:evil", "/")]
    [InlineData("https://evil", "/")]
    [InlineData("\\evil", "/")]
    [InlineData("/\\evil", "/")]
    [InlineData("/\t/evil", "/")]
    [InlineData("/ /evil", "/")]
    [InlineData("/a\\b", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void The_way_back_never_leads_away(string? returnUrl, string expected) => Assert.Equal(expected, AccountUrls.Local(returnUrl));
}
