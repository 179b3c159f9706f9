using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Runs;

/// <summary>Whether the time of a refusal tells which kind of closed share link was tried. Two links that never were are the yardstick.</summary>
internal static partial class DoorsRun
{
    private const int Turns = 1000;
    private const double MostApart = 1.1;
    private static readonly string[] Below = ["", "/badge.svg"];

    public static async Task<int> Run(string app)
    {
        var report = new Report();
        await using var server = await MeasuredServer.Start(app, settings: Settings.NoLimits);
        using var owner = await server.Owner();
        var doors = new Dictionary<string, string>
        {
            ["never was"] = "/s/" + new string('a', 43),
            ["never was either"] = "/s/" + new string('b', 43),
            ["revoked"] = await Revoked(owner),
            ["used up"] = await UsedUp(server, owner),
            ["locked by a password"] = await owner.MakeLink(Measures.Board, ("Form.Password", "correct horse battery")),
        };
        using var stranger = server.Visitor();
        foreach (var rest in Below)
        {
            // The page of a locked link is the one place that asks for the password.
            var tried = doors.Where(door => rest.Length > 0 || !door.Key.StartsWith("locked", StringComparison.Ordinal)).ToList();
            var times = tried.ToDictionary(door => door.Key, _ => new List<double>());
            for (var turn = -50; turn < Turns; turn++)
            {
                foreach (var (name, path) in tried)
                {
                    var spent = await Refused(stranger, path + rest);
                    if (turn >= 0)
                        times[name].Add(spent);
                }
            }

            var medians = times.ToDictionary(t => t.Key, t => Measures.Median(t.Value));
            foreach (var (name, median) in medians)
                report.Row($"refusal of {(rest.Length == 0 ? "the page" : rest)}, {name}", Invariant($"{median:0.000} ms"));
            report.Limit($"slowest by quickest of {(rest.Length == 0 ? "the page" : rest)}", medians.Values.Max() / medians.Values.Min(), MostApart, "×");
        }

        return report.End();
    }

    private static async Task<string> Revoked(Visitor owner)
    {
        var link = await owner.MakeLink(Measures.Board);
        var act = Revoke().Match(await owner.Http.GetStringAsync($"{Measures.Board}/sharing")).Value;
        using var answer = await owner.Post($"{Measures.Board}/sharing", "link-act", ("Act", act));
        answer.EnsureSuccessStatusCode();
        return link;
    }

    private static async Task<string> UsedUp(MeasuredServer server, Visitor owner)
    {
        var link = await owner.MakeLink(Measures.Board, ("Form.MaxViews", "1"));
        using var first = server.Visitor();
        using var opened = await first.Post(link, "open-share");
        opened.EnsureSuccessStatusCode();
        return link;
    }

    private static async Task<double> Refused(Visitor stranger, string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await stranger.Http.GetAsync(path);
        await answer.Content.CopyToAsync(Stream.Null);
        var spent = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.NotFound ? spent : throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
    }

    [GeneratedRegex("revoke:[0-9a-f-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Revoke();
}
