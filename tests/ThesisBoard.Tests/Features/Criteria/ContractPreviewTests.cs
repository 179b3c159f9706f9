using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Criteria;
using Xunit;

namespace ThesisBoard.Tests.Features.Criteria;

/// <summary>What a person sees before a new version of a contract is saved, on the board that ships.</summary>
public sealed class ContractPreviewTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly BoardContent Cango = Sample();

    [Fact]
    public void A_stricter_line_shows_its_difference_and_turns_todays_standing_without_saving()
    {
        var (criterion, now) = Debt();
        var preview = ContractPreview.Of(Cango, criterion, now with { Version = 2, Rule = ((ChangeRule)now.Rule) with { Share = 0.99m }, From = Today, Reason = "Stricter" }, Today);

        Assert.Empty(preview.Problems);
        Assert.Equal("rule.share", Assert.Single(preview.Changes).Path);
        Assert.Equal((Standing.Met, Standing.Strained), (preview.Before.Standing, preview.After!.Standing));
    }

    [Fact]
    public void A_version_that_begins_later_is_shown_as_if_it_were_in_force()
    {
        var (criterion, now) = Debt();
        var preview = ContractPreview.Of(Cango, criterion, now with { Version = 2, Rule = new JudgedRule(), From = Today.AddDays(10), Reason = "Judge it" }, Today);

        Assert.Equal(Standing.Unknown, preview.After!.Standing);
    }

    [Fact]
    public void A_rule_that_cannot_be_judged_is_named_and_shows_no_standing()
    {
        var (criterion, now) = Debt();
        var preview = ContractPreview.Of(Cango, criterion, now with { Version = 2, Rule = new ThresholdRule("no-such-metric", null, null), Reason = "Wrong" }, Today);

        Assert.Null(preview.After);
        Assert.Contains(preview.Problems, p => p.Message.Contains("no-such-metric", StringComparison.Ordinal));
    }

    private static (Criterion Criterion, Contract Contract) Debt()
    {
        var criterion = Cango.Thesis.Criteria.Single(c => c.Key == "debt-reduction");
        return (criterion, criterion.Contracts[^1]);
    }

    private static BoardContent Sample()
    {
        var file = ThesisFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "cango.thesis.json")));
        return new(file.Thesis!, file.Record!);
    }
}
