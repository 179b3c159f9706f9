using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>A role counts as it stands at the moment of the write. Every write × every role: WriteTableTests.</summary>
public sealed class PermissionTests
{
    [Fact]
    public async Task A_role_that_was_taken_away_ends_with_the_next_write()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var editor = await store.Member(Role.Editor);
        var members = store.Get<Members>();
        var row = (await members.All()).Single();
        Assert.True(await members.SetRole(Store.Machine, row.Id, null, row.RowVersion));
        var board = await store.Board();
        var edit = new EditThesis("New", "", board.Content.Thesis.Issuer, board.RowVersion(ItemKind.Thesis));
        Assert.IsType<WriteResult.Denied>(await store.Boards.Save(editor, board.Content.Thesis.Slug, edit));
    }
}
