using CsCheck;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Core.Tests.Theses;

public sealed class ThesisFileRefusalTests
{
    private const string Contract = "{\"version\":1,\"from\":\"2026-01-01\",\"question\":\"Q?\",\"rule\":{\"kind\":\"judged\"}}";
    private const string Whole = "{\"format\":\"thesisboard/1\",\"thesis\":{\"slug\":\"t\",\"title\":\"T\",\"issuer\":{\"name\":\"N\"},\"criteria\":[{\"key\":\"c\",\"title\":\"C\",\"group\":\"risks\",\"contracts\":[" + Contract + "]}]}}";

    [Fact]
    public void The_file_that_the_others_are_made_from_is_good() => Assert.Empty(ThesisFile.Read(Whole).Problems);

    [Theory]
    [InlineData("", "$", "empty")]
    [InlineData("  \n ", "$", "empty")]
    [InlineData("{", "$", "line 1, column 2")]
    [InlineData("{\n  \"format\": \"thesisboard/1\",,\n}", "$", "line 2, column 29")]
    [InlineData("{\"format\":\"thesisboard/1\",} ", "$", "not valid JSON")]
    [InlineData("{} {}", "$", "not valid JSON")]
    [InlineData("[]", "$.format", "not a thesis file")]
    [InlineData("null", "$.format", "not a thesis file")]
    [InlineData("{\"format\":1}", "$.format", "not a thesis file")]
    [InlineData("{\"format\":\"thesisboard/2\",\"anything\":[]}", "$.format", "newer ThesisBoard")]
    [InlineData("{\"format\":\"thesisboard/0\"}", "$.format", "not known")]
    [InlineData("{\"format\":\"another/1\"}", "$.format", "not known")]
    [InlineData("{\"format\":\"thesisboard/1\"}", "$.thesis", "missing")]
    [InlineData("{\"format\":\"thesisboard/1\",\"thesis\":[]}", "$.thesis", "Expected an object")]
    [InlineData("{\"format\":\"thesisboard/1\",\"thesis\":null}", "$.thesis", "null")]
    public void A_file_that_is_none_says_why(string text, string path, string words) => Refuses(text, path, words);

    [Theory]
    [InlineData("\"slug\":\"t\"", "\"slug\":7", "$.thesis.slug", "Expected text in quotes, found 7")]
    [InlineData("\"slug\":\"t\"", "\"slug\":\"t\",\"slug\":\"u\"", "$.thesis.slug", "twice")]
    [InlineData("\"slug\":\"t\",", "", "$.thesis.slug", "missing")]
    [InlineData("\"slug\":\"t\"", "\"slug\":\"t\",\"colour\":\"red\"", "$.thesis.colour", "not known here. Known are: slug, title")]
    [InlineData("\"title\":\"T\"", "\"title\":null", "$.thesis.title", "null")]
    [InlineData("\"title\":\"T\"", "\"title\":\"\\ud800\"", "$.thesis.title", "text")]
    [InlineData("\"title\":\"T\"", "\"title\":\"T\",\"\\ud800\":1", "$.thesis.\ufffd", "not known")]
    [InlineData("\"title\":\"T\"", "\"title\":\"T\",\"isSample\":\"yes\"", "$.thesis.isSample", "Expected true or false, found \"yes\"")]
    [InlineData("\"risks\"", "\"Risks\"", "$.thesis.criteria[0].group", "Expected one of: invalidation-line, risks, watch, found \"Risks\"")]
    [InlineData("\"version\":1", "\"version\":1.5", "$.thesis.criteria[0].contracts[0].version", "Expected a whole number")]
    [InlineData("\"version\":1", "\"version\":99999999999", "$.thesis.criteria[0].contracts[0].version", "Expected a whole number")]
    [InlineData("2026-01-01", "2026-02-30", "$.thesis.criteria[0].contracts[0].from", "Expected a date")]
    [InlineData("2026-01-01", "01/02/2026", "$.thesis.criteria[0].contracts[0].from", "Expected a date")]
    [InlineData("{\"kind\":\"judged\"}", "{\"kind\":\"guessed\"}", "$.thesis.criteria[0].contracts[0].rule", "one of: threshold, change")]
    [InlineData("{\"kind\":\"judged\"}", "{}", "$.thesis.criteria[0].contracts[0].rule", "one of: threshold, change")]
    [InlineData("{\"kind\":\"judged\"}", "\"judged\"", "$.thesis.criteria[0].contracts[0].rule", "one of: threshold, change")]
    [InlineData("{\"kind\":\"judged\"}", "{\"kind\":\"judged\",\"by\":1}", "$.thesis.criteria[0].contracts[0].rule.by", "not known")]
    [InlineData("{\"kind\":\"judged\"}", "{\"kind\":\"all\",\"quorum\":\"all\",\"parts\":[]}", "$.thesis.criteria[0].contracts[0].rule.quorum", "not known")]
    [InlineData("{\"kind\":\"judged\"}", "{\"kind\":\"all\",\"parts\":{}}", "$.thesis.criteria[0].contracts[0].rule.parts", "Expected a list in brackets")]
    [InlineData("{\"kind\":\"judged\"}", "{\"kind\":\"all\",\"parts\":[null]}", "$.thesis.criteria[0].contracts[0].rule.parts[0]", "null in a list")]
    [InlineData("{\"kind\":\"judged\"}", "{\"kind\":\"threshold\",\"metric\":\"m\",\"warn\":\"1\"}", "$.thesis.criteria[0].contracts[0].rule.warn", "Expected a number, without quotes")]
    [InlineData("{\"kind\":\"judged\"}", "{\"kind\":\"threshold\",\"metric\":\"m\",\"warn\":1.00000000000000000000000000001}", "$.thesis.criteria[0].contracts[0].rule.warn", "at most 28 digits")]
    [InlineData("{\"kind\":\"judged\"}", "{\"kind\":\"threshold\",\"metric\":\"m\",\"warn\":1e-40}", "$.thesis.criteria[0].contracts[0].rule.warn", "at most 28 digits")]
    [InlineData("{\"kind\":\"judged\"}", "{\"kind\":\"threshold\",\"metric\":\"m\",\"warn\":1e999999999999}", "$.thesis.criteria[0].contracts[0].rule.warn", "at most 28 digits")]
    public void A_misfit_is_named_with_its_place(string good, string bad, string path, string words) => Refuses(Whole.Replace(good, bad, StringComparison.Ordinal), path, words);

    [Theory]
    [InlineData("4,451 BTC")]
    [InlineData("4451")]
    [InlineData("4451  BTC")]
    [InlineData("1e3 BTC")]
    [InlineData("25 %")]
    [InlineData("+5 BTC")]
    [InlineData("NaN USD")]
    [InlineData("5 USD BTC")]
    [InlineData("12345678901234567890123456789 USD")]
    public void An_amount_is_read_exactly_or_not_at_all(string value)
    {
        var result = ThesisFile.Read(Shipped.SampleText.Replace("\"454.83 BTC\"", $"\"{value}\"", StringComparison.Ordinal));
        Assert.Contains(result.Problems, p => p.Path.EndsWith(".value", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_is_named_at_once()
    {
        var text = Whole.Replace("\"slug\":\"t\",", "", StringComparison.Ordinal).Replace("\"risks\"", "3", StringComparison.Ordinal)
            .Replace("judged", "guessed", StringComparison.Ordinal).Replace("\"title\":\"C\"", "\"titel\":\"C\"", StringComparison.Ordinal);
        Assert.Equal(
            ["$.thesis.criteria[0].contracts[0].rule", "$.thesis.criteria[0].group", "$.thesis.criteria[0].titel", "$.thesis.criteria[0].title", "$.thesis.slug"],
            ThesisFile.Read(text).Problems.Select(p => p.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_nests_too_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"kind\":\"all\",\"parts\":[{\"rule\":", 5_000)) + "{}" + string.Concat(Enumerable.Repeat("}]}", 5_000));
        Refuses(Whole.Replace("{\"kind\":\"judged\"}", deep, StringComparison.Ordinal), "$", "nests deeper than 64");
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread() => Refuses(new string(' ', ThesisFile.MaxBytes) + Whole, "$", "larger than 20 MB");

    [Fact]
    public void A_file_of_nothing_but_mistakes_lists_a_hundred()
    {
        var lists = string.Join(",", Enumerable.Repeat("{}", 10_000));
        Assert.Equal(100, ThesisFile.Read(Whole.Replace("{\"version\"", lists + ",{\"version\"", StringComparison.Ordinal)).Problems.Count);
    }

    [Fact]
    public void No_damage_to_a_file_throws_and_what_is_still_read_is_a_board() => Gen.Select(Gen.Int[0, 6_000], Gen.Int[0, 40], AnyBoard.OneOf("", "\"", "{", "]", "null", "1e9", "\\", "\u0000", "x", "\ud800"))
        .Sample((at, cut, put) =>
        {
            var text = Shipped.TemplateText;
            var damaged = text[..at] + put + text[Math.Min(text.Length, at + cut)..];
            var result = ThesisFile.Read(damaged);
            return result.IsRead == (result.Problems.Count == 0) && result.Problems.All(p => p.Path.StartsWith('$') && p.Message.Length > 0);
        }, iter: 3_000);

    private static void Refuses(string text, string path, string words)
    {
        var result = ThesisFile.Read(text);
        Assert.False(result.IsRead);
        Assert.Contains(result.Problems, p => p.Path == path && p.Message.Contains(words, StringComparison.Ordinal));
    }
}
