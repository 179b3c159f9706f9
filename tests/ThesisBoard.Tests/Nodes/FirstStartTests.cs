using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Nodes;

/// <summary>Two nodes that are started together for the first time.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("thesisboard-");

    [Fact]
    public async Task Both_serve_and_the_sample_is_there_once()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Kept.Open(folder.FullName, TestContext.Current.CancellationToken))));
        foreach (var node in nodes)
        {
            Assert.Equal(1, await node.Get<BoardShelf>().Version("cango-ai-pivot", TestContext.Current.CancellationToken));
            await node.MustBeWhole();
            await using var db = await node.Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            Assert.Equal(1, await db.Theses.CountAsync(TestContext.Current.CancellationToken));
            await node.DisposeAsync();
        }
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
