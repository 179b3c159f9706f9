using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Core.Tests.Theses;

public sealed class SealTests
{
    private static readonly RecordedAt Then = new(new DateTime(2026, 6, 1, 9, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void The_hash_can_be_made_again_from_the_file_alone()
    {
        foreach (var criterion in JsonNode.Parse(Shipped.SampleText)!["thesis"]!["criteria"]!.AsArray())
        {
            var contract = criterion!["contracts"]![0]!.DeepClone().AsObject();
            var seal = contract["seal"]!["hash"]!.ToString();
            contract.Remove("seal");
            var words = new JsonObject { ["criterion"] = criterion["key"]!.ToString(), ["contract"] = contract };
            Assert.Equal(seal, Sha256.Of(Encoding.UTF8.GetBytes(words.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))).Hex);
        }
    }

    [Fact]
    public void A_seal_is_over_every_word_of_its_contract_and_over_its_criterion() => Gen.Select(AnyBoard.Thesis, AnyBoard.Thesis).Sample((one, other) =>
    {
        var (contract, another) = (one.Criteria[0].Contracts[0], other.Criteria[0].Contracts[0]);
        var closed = Seal.Close("a", contract, Then, "Ann");
        Assert.True(closed.Seal!.IsOver("a", closed));
        Assert.False(closed.Seal.IsOver("b", closed));
        foreach (var changed in (Contract[])[
            closed with { Version = 7 }, closed with { From = closed.From.AddDays(1) }, closed with { Question = closed.Question + "?" }, closed with { Assumption = closed.Assumption + "!" },
            closed with { Settles = closed.Settles + "!" }, closed with { Reason = closed.Reason + "!" }, closed with { Bar = closed.Bar == 0 ? Core.Evidence.Grade.OnChain : 0 },
            closed with { Deadline = new() { Date = new(1999, 9, 9) } }, closed with { Rule = new UnverifiableRule("nobody knows") }])
        {
            Assert.False(closed.Seal.IsOver("a", changed));
        }

        Assert.Equal(ThesisJson.Write(contract with { Seal = null }) == ThesisJson.Write(another with { Seal = null }), closed.Seal.IsOver("a", another));
    }, iter: 200);

    [Fact]
    public void The_sample_is_sealed_and_active_and_says_honestly_when()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        var day = new DateOnly(2026, 11, 26);
        Assert.Equal((ThesisStage.Active, day, "ThesisBoard"), (thesis.Stage, thesis.Activated!.At.Date, thesis.Activated.By));
        Assert.All(thesis.Criteria.SelectMany(c => c.Contracts), c => Assert.Equal((day, "ThesisBoard"), (c.Seal!.At.Date, c.Seal.By)));
        Assert.True(record.Sources.Max(s => s.Published.Date) < day); // after the evidence was in, and the board says so
        Assert.Empty(Readiness.Of(thesis));
        Assert.Equal(ThesisStage.Draft, Shipped.Read(Shipped.TemplateText).Thesis.Stage);
    }

    [Fact]
    public void A_file_whose_sealed_words_were_touched_is_not_read()
    {
        foreach (var (good, bad) in ((string, string)[])[("\"share\": 0.25", "\"share\": 0.2"), ("materially below its level at the end", "materially below the level at the end"), ("\"from\": \"2026-03-17\"", "\"from\": \"2026-03-18\"")])
        {
            var at = Shipped.SampleText.IndexOf(good, StringComparison.Ordinal);
            Named(ThesisFile.Read(Shipped.SampleText[..at] + bad + Shipped.SampleText[(at + good.Length)..]).Problems, "$.thesis.criteria[0].contracts[0].seal.hash", "over other words");
        }
    }

    [Fact]
    public void Versions_are_sealed_in_their_order_with_a_reason_and_judge_from_the_day_of_sealing()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        var first = thesis.Criteria[0].Contracts[0];
        IReadOnlyList<Problem> With(params Contract[] contracts) => ThesisCheck.Check(
            thesis with { Criteria = [thesis.Criteria[0] with { Contracts = contracts }, .. thesis.Criteria.Skip(1)] }, record);
        Contract Second(string reason, string from) => Seal.Close("debt-reduction", first with { Version = 2, Reason = reason, From = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), Seal = null }, new(first.Seal!.At.Utc.AddDays(5)), "Ann");

        Assert.Empty(With(first, Second("Sharper.", "2026-12-01")));
        Named(With(first, Second("", "2026-12-01")), "$.thesis.criteria[0].contracts[1].reason", "why the contract changes");
        Named(With(first, Second("Sharper.", "2026-11-30")), "$.thesis.criteria[0].contracts[1].from", "the past stays");
        Named(With(first with { Seal = null }, Second("Sharper.", "2026-12-01")), "$.thesis.criteria[0].contracts[1].seal", "in their order");
    }

    private static void Named(IReadOnlyList<Problem> problems, string path, string words) =>
        Assert.Contains(problems, p => p.Path == path && p.Message.Contains(words, StringComparison.Ordinal));
}
