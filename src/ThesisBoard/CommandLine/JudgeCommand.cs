using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.CommandLine;

/// <summary><c>judge &lt;file or slug&gt; [--as-of yyyy-MM-dd] [--json]</c>: where a thesis stands on a date. The exit code is the verdict.</summary>
internal static class JudgeCommand
{
    public static Command Create(Terminal terminal)
    {
        var board = new Argument<string>("file or slug") { Description = "A thesis file, or the name of a board in the database." };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The knowledge date: only what was public on or before it counts. Today (UTC) when left out.",
            HelpName = "yyyy-MM-dd",
            CustomParser = Date,
        };
        var json = new Option<bool>("--json") { Description = "Write JSON and not text." };
        var command = new Command("judge", "Says where a thesis stands on a date. Exit code: 0 Intact, 2 Strained, 3 Broken, 4 Unproven, 1 error.") { board, asOf, json };
        command.SetAction(async (parsed, ct) =>
        {
            var index = await Read(parsed.GetRequiredValue(board), terminal, ct);
            return await Show(index, parsed.GetValue(asOf) ?? terminal.Today, parsed.GetValue(json), terminal);
        });
        return command;
    }

    /// <summary>The exit code of a verdict.</summary>
    public static int ExitCode(Verdict verdict) => verdict switch
    {
        Verdict.Intact => 0,
        Verdict.Strained => 2,
        Verdict.Broken => 3,
        Verdict.Unproven => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    private static async Task<RecordIndex> Read(string fileOrSlug, Terminal terminal, CancellationToken ct)
    {
        if (ThesisFiles.IsPath(fileOrSlug))
        {
            var (thesis, record) = await ThesisFiles.Read(fileOrSlug, ct);
            return new(thesis, record);
        }

        await using var boards = await OpenBoards.ToRead(terminal, ct);
        var content = (await boards.Board(fileOrSlug, ct)).Content;
        return new(content.Thesis, content.Record);
    }

    private static async Task<int> Show(RecordIndex index, DateOnly asOf, bool asJson, Terminal terminal)
    {
        var board = Judge.Board(index, asOf);
        await terminal.Out.WriteAsync(asJson ? JudgeJson.Write(board) : JudgeText.Write(board));
        if (index.Stops is not [var first, ..])
            await terminal.Error.WriteLineAsync("Note: nothing is on file for this thesis yet.");
        else if (asOf < first)
            await terminal.Error.WriteLineAsync($"Note: nothing was on file on {asOf:yyyy-MM-dd}; the record begins on {first:yyyy-MM-dd}.");
        return ExitCode(board.Verdict);
    }

    private static DateOnly? Date(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        result.AddError($"'{text}' is no date. Write it as yyyy-MM-dd, such as 2026-05-31.");
        return null;
    }
}
