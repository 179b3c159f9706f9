using System.Diagnostics;
using System.Net;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Core.Theses;
using ThesisBoard.Tests.Shared;

namespace ThesisBoard.Load;

/// <summary>Puts grown boards beside the sample, by the program's own import command.</summary>
internal static class Boards
{
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(30);

    public static async Task Add(BoardServer server, params int[] sizes)
    {
        var sample = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "cango.thesis.json"));
        foreach (var size in sizes)
        {
            var (thesis, record) = GrownBoard.Of(sample, Invariant($"grown-{size}"), size);
            var file = Path.Combine(server.DataFolder, $"{thesis.Slug}.thesis.json");
            await File.WriteAllTextAsync(file, ThesisFile.Write(thesis, record));
            await server.Run("import", file);
            await WaitFor(server, $"/t/{thesis.Slug}");
        }
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
