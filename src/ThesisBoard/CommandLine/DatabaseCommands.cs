using System.CommandLine;
using ThesisBoard.Data;

namespace ThesisBoard.CommandLine;

/// <summary><c>migrate</c>, <c>backup &lt;file&gt;</c> and <c>restore &lt;file&gt; [--force]</c>.</summary>
internal static class DatabaseCommands
{
    public static Command Migrate(Terminal terminal)
    {
        var command = new Command("migrate", "Makes the database, or brings it up to date, without serving.");
        command.SetAction(async (_, ct) =>
        {
            await using var boards = await OpenBoards.ToWrite(terminal, ct);
            var settings = boards.Get<DatabaseSettings>();
            await terminal.Out.WriteLineAsync($"The database is up to date{(settings.SqliteFile is { } file ? $": {file}" : "")}.");
        });
        return command;
    }

    public static Command Backup(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A file that does not exist yet." };
        var command = new Command("backup", "Copies the whole database into one file, also while the server runs.") { file };
        command.SetAction(async (parsed, ct) =>
        {
            var to = Path.GetFullPath(parsed.GetRequiredValue(file));
            await new Backup(DatabaseSettings.Read(terminal.Settings), terminal.Clock).Write(to, ct);
            await terminal.Out.WriteLineAsync($"The database was copied to {to}.");
        });
        return command;
    }

    public static Command Restore(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A backup." };
        var force = new Option<bool>("--force") { Description = "Replace the database that is there; it is kept beside the restored one." };
        var command = new Command("restore", "Puts a backup back. Stop the server first.") { file, force };
        command.SetAction(async (parsed, ct) =>
        {
            var backup = new Backup(DatabaseSettings.Read(terminal.Settings), terminal.Clock);
            var from = Path.GetFullPath(parsed.GetRequiredValue(file));
            var restored = await backup.Restore(from, parsed.GetValue(force), ct);
            await terminal.Out.WriteLineAsync($"{from} was restored as {restored.File}.");
            if (restored.Replaced is { } replaced)
                await terminal.Out.WriteLineAsync($"The database that was there is kept as {replaced}.");
        });
        return command;
    }
}
