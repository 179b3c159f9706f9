using System.Diagnostics;
using System.Net;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Tests.Shared;

namespace ThesisBoard.Load;

/// <summary>Puts grown boards beside the sample, by the program's own import command.</summary>
internal static class Boards
{
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(30);

    public static async Task Add(BoardServer server, params int[] sizes)
    {
        foreach (var size in sizes)
            await Import(server, Invariant($"grown-{size}"), size);
    }

    /// <summary>So many boards with so many pieces of evidence each: where they are, and the names of the evidence.</summary>
    public static async Task<(string[] Paths, string[] Evidence)> AddCopies(BoardServer server, int copies, int evidence)
    {
        string[] keys = [];
        for (var copy = 0; copy < copies; copy++)
            keys = [.. (await Import(server, Invariant($"copy-{copy}"), evidence)).Select(e => e.Key)];
        return ([.. Enumerable.Range(0, copies).Select(copy => Invariant($"/t/copy-{copy}"))], keys);
    }

    private static async Task<IReadOnlyList<EvidenceItem>> Import(BoardServer server, string slug, int evidence)
    {
        var sample = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "cango.thesis.json"));
        var (thesis, record) = GrownBoard.Of(sample, slug, evidence);
        var file = Path.Combine(server.DataFolder, $"{slug}.thesis.json");
        await File.WriteAllTextAsync(file, ThesisFile.Write(thesis, record));
        await server.Run("import", file);
        await WaitFor(server, $"/t/{slug}");
        return record.Evidence;
    }

    /// <summary>The running server notices what another process wrote within seconds.</summary>
    private static async Task WaitFor(BoardServer server, string path)
    {
        using var http = Measures.Client(server);
        var watch = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.OK)
                return;
            if (watch.Elapsed > Noticed)
                throw new InvalidOperationException($"{path} answers {answer.StatusCode}.");
            await Task.Delay(200);
        }
    }
}
