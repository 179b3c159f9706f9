using ThesisBoard.Features.Editing;
using Xunit;

namespace ThesisBoard.Tests.Features.Editing;

public sealed class FieldLabelsTests
{
    [Theory]
    [InlineData("note", "Note")]
    [InlineData("filer.fiscalYearEndMonth", "Fiscal year end month")]
    [InlineData("reason", "Reason")]
    [InlineData("withdrawn.reason", "Why it is withdrawn")]
    [InlineData("withdrawn.at", "Withdrawn at")]
    [InlineData("contracts.seal.by", "Sealed by")]
    public void A_field_is_called_what_people_call_it_and_by_its_whole_where_its_own_name_says_too_little(string path, string label) =>
        Assert.Equal(label, FieldLabels.Of(path));
}
