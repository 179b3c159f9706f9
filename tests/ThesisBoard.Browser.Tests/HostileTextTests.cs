using System.Text.Json.Nodes;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>Markup in what people type or import is text, wherever the page shows it: titles, reasons, charts, tables, attributes, embedded figures.</summary>
public sealed class HostileTextTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    private const string Hostile = "</script><script>window.ran=1</script><img src=x onerror=window.ran=1>\"'><b>&lt;i&gt;";
    private static readonly string[] Texts = ["title", "claim", "name", "question", "assumption", "settles", "note", "topic", "publisher", "reason", "quote", "by"];

    [Fact]
    public async Task A_board_whose_every_text_is_a_script_runs_none_and_shows_them_as_they_were_typed()
    {
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "cango.thesis.json"), TestContext.Current.CancellationToken))!;
        Open(sample["thesis"]!);
        var changed = Poison(sample);
        sample["thesis"]!["slug"] = "hostile";
        var file = Path.Combine(server.DataFolder, "hostile.thesis.json");
        await File.WriteAllTextAsync(file, sample.ToJsonString(), TestContext.Current.CancellationToken);
        await server.Run("import", file);
        await using var tab = await chromium.NewTab(server);
        for (var turn = 0; turn < 100 && (await tab.Page.GotoAsync("/t/hostile?asOf=2026-11-22"))!.Status != 200; turn++)
            await Task.Delay(200, TestContext.Current.CancellationToken); // noticed within seconds

        foreach (var chart in await tab.Page.Locator("#charts .charts [data-chart]").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await chart.Locator(".chart-plot[data-painted]").First.WaitForAsync();
        }

        Assert.True(changed > 100, $"Only {changed} texts were made hostile.");
        Assert.False(await tab.Page.EvaluateAsync<bool>("'ran' in window"));
        Assert.Equal(0, await tab.Page.Locator("img[src='x']").CountAsync());
        Assert.Contains(Hostile, await tab.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    /// <summary>Other words break a seal: the same board as a draft.</summary>
    private static void Open(JsonNode thesis)
    {
        thesis.AsObject().Remove("activated");
        foreach (var contract in thesis["criteria"]!.AsArray().SelectMany(c => c!["contracts"]!.AsArray()))
            contract!.AsObject().Remove("seal");
    }

    /// <summary>Puts the markup behind every text that people may write.</summary>
    private static int Poison(JsonNode? node) => node switch
    {
        JsonObject of => of.ToList().Sum(member => Texts.Contains(member.Key) && member.Value?.GetValueKind() == System.Text.Json.JsonValueKind.String
            ? Replace(of, member.Key)
            : Poison(member.Value)),
        JsonArray list => list.Sum(Poison),
        _ => 0,
    };

    private static int Replace(JsonObject of, string key)
    {
        of[key] = $"{of[key]} {Hostile}";
        return 1;
    }
}
