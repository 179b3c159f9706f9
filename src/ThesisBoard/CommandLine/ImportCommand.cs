using System.CommandLine;
using ThesisBoard.Data;
using ThesisBoard.Features.Theses;

namespace ThesisBoard.CommandLine;

/// <summary><c>import &lt;file&gt; [--replace] [--private]</c>: makes a board from a thesis file, by the same write as the page.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A thesis file." };
        var replace = new Option<bool>("--replace") { Description = "Replace the board of that name, if there is one. The log keeps what was replaced." };
        var forMembers = new Option<bool>("--private") { Description = "Only members may read the new board. Otherwise everybody who reaches the server may." };
        var command = new Command("import", "Makes a board from a thesis file.") { file, replace, forMembers };
        command.SetAction(async (parsed, ct) =>
        {
            var (thesis, record) = await ThesisFiles.Read(parsed.GetRequiredValue(file), ct);
            await using var boards = await OpenBoards.ToWrite(terminal, ct);
            var saved = await Save(boards, new(thesis, record), parsed.GetValue(replace), parsed.GetValue(forMembers), ct);
            await terminal.Out.WriteLineAsync($"Imported {saved.Slug}, version {saved.Version}.");
        });
        return command;
    }

    private static async Task<WriteResult.Saved> Save(OpenBoards boards, BoardContent content, bool mayReplace, bool isPrivate, CancellationToken ct)
    {
        var slug = content.Thesis.Slug;
        var current = await boards.Get<BoardShelf>().Board(slug, ct);
        if (current is not null && !mayReplace)
            throw new CommandRefusedException($"There is already a board '{slug}'. Replace it with --replace, or change the slug in the file.");
        var write = new ImportThesis(content, current?.RowVersion(ItemKind.Thesis), isPrivate);
        return await boards.Get<BoardTransaction>().Save(OpenBoards.Actor, slug, write, ct) switch
        {
            WriteResult.Saved saved => saved,
            WriteResult.Invalid invalid => throw new CommandRefusedException([.. invalid.Problems.Select(problem => $"{problem}")]),
            WriteResult.Failed failed => throw new CommandRefusedException(failed.Message),
            _ => throw new CommandRefusedException($"The board '{slug}' was changed by somebody else at this moment. Nothing was imported; try again."),
        };
    }
}
