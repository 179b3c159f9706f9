using System.CommandLine;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Members;

namespace ThesisBoard.CommandLine;

/// <summary><c>user add &lt;name&gt; [--role …]</c>: prints a link that signs the person in once.</summary>
internal static class UserCommand
{
    private const string DefaultAddress = "http://localhost:5080";

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("name") { Description = "The person's name, as it will stand in the log." };
        var role = new Option<string>("--role")
        {
            Description = "viewer reads, reviewer also judges, editor also edits, owner does everything.",
            DefaultValueFactory = _ => "viewer",
        };
        role.AcceptOnlyFromAmong("owner", "editor", "reviewer", "viewer");
        var add = new Command("add", "Prints a link that makes this person a member, or signs in the member of this name. It works once, for 24 hours.") { name, role };
        add.SetAction(async (parsed, ct) =>
        {
            var who = parsed.GetRequiredValue(name).Trim();
            if (who.Length is 0 or > ThesisCheck.MaxTitle)
                throw new CommandRefusedException($"A name has 1 to {ThesisCheck.MaxTitle} characters.");
            await using var boards = await OpenBoards.ToWrite(terminal, ct);
            var token = await boards.Get<SignInLinks>().Create(OpenBoards.Actor, who, Enum.Parse<Role>(parsed.GetRequiredValue(role), ignoreCase: true), ct);
            await terminal.Out.WriteLineAsync($"{Address(terminal)}/setup/{token}");
        });
        return new("user", "Members of this installation.") { add };
    }

    private static string Address(Terminal terminal) =>
        (terminal.Settings["ASPNETCORE_URLS"] ?? terminal.Settings["urls"])?.Split(';')[0].TrimEnd('/') is { Length: > 0 } address
            ? address.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal)
                .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal)
            : DefaultAddress;
}
