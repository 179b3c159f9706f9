using System.CommandLine;
using System.CommandLine.Invocation;
using ThesisBoard.Data;

namespace ThesisBoard.CommandLine;

/// <summary>The verbs. Started without one, the program serves the boards.</summary>
public static class Commands
{
    /// <summary>The exit code of a command that could not do what was asked.</summary>
    public const int Error = 1;

    private static readonly string[] Questions = ["--help", "-h", "-?", "--version"];

    /// <summary>True when the arguments name a verb or ask for help, and are not settings of the server such as <c>--urls</c>.</summary>
    public static bool Handles(string[] args) =>
        args is [var first, ..] && (Questions.Contains(first) || (first.Length > 0 && char.IsAsciiLetter(first[0]) && !first.Contains('=')));

    /// <summary>Runs a command in this process's terminal.</summary>
    public static Task<int> Run(string[] args) => Run(args, Terminal.Process());

    /// <summary>Runs a command.</summary>
    public static async Task<int> Run(string[] args, Terminal terminal)
    {
        var parsed = Root(terminal).Parse(args);
        try
        {
            if (parsed.Action is ParseErrorAction)
                throw new CommandRefusedException([.. Mistakes(parsed)]);
            return await parsed.InvokeAsync(new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (CommandRefusedException refused)
        {
            foreach (var line in refused.Lines)
                await terminal.Error.WriteLineAsync(line);
            return Error;
        }
        catch (RefusedToStartException refused)
        {
            await terminal.Error.WriteLineAsync(refused.Message);
            return Error;
        }
        finally
        {
            await terminal.Out.FlushAsync();
        }
    }

    /// <summary>How people start the program from the repository.</summary>
    internal const string Invocation = "dotnet run --project src/ThesisBoard";

    private static IEnumerable<string> Mistakes(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.UnmatchedTokens is [var word, ..])
            return [$"'{word}' is not a command. The commands are {string.Join(", ", command.Subcommands.Select(c => c.Name))}."];
        return [.. parsed.Errors.Select(error => error.Message), $"Ask for help with: {Invocation} -- {command.Name} --help"];
    }

    private static RootCommand Root(Terminal terminal) => new("Keeps an investment thesis honest. Without a command it serves the boards on http://localhost:5080.")
    {
        JudgeCommand.Create(terminal),
        FactsVerb(terminal),
        ImportCommand.Create(terminal),
        ExportCommand.Create(terminal),
        BundleCommand.Create(terminal),
        VerifyCommand.Create(terminal),
        DatabaseCommands.Migrate(terminal),
        DatabaseCommands.Backup(terminal),
        DatabaseCommands.Restore(terminal),
        UserCommand.Create(terminal),
    };

    private static Command FactsVerb(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "An inline XBRL document, an XBRL instance, or EDGAR's company facts." };
        var csv = new Option<bool>("--csv") { Description = "Write comma-separated values." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("facts", "Lists every numeric fact of a filing, in document order.") { file, csv, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(csv) == result.GetValue(json))
                result.AddError("Say how to write the facts: either --csv or --json.");
        });
        command.SetAction(parsed => FactsCommand.Run(
            terminal.Out, terminal.Error, parsed.GetRequiredValue(file), parsed.GetValue(json) ? FactsFormat.Json : FactsFormat.Csv));
        return command;
    }
}
