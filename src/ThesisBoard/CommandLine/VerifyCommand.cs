using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Audit.Bundles;

namespace ThesisBoard.CommandLine;

/// <summary><c>verify &lt;bundle&gt; [--key …] [--json]</c>: checks a bundle with nothing but the bundle. Exit code 0 when all holds, 1 otherwise.</summary>
internal static class VerifyCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("bundle") { Description = "A file that 'bundle' wrote, or that a board's audit page gave." };
        var key = new Option<string?>("--key") { Description = "The SHA-256 of the public key that must have signed it, as the audit page shows it.", HelpName = "hash" };
        var json = new Option<bool>("--json") { Description = "Write JSON and not text." };
        var command = new Command("verify", "Checks a bundle without a database or a network. Exit code: 0 all holds, 1 something does not.") { file, key, json };
        command.SetAction(async (parsed, ct) =>
        {
            var expected = Key(parsed.GetValue(key));
            await using var bundle = Open(parsed.GetRequiredValue(file));
            var verification = await BundleVerifier.Verify(bundle, expected, ct);
            await terminal.Out.WriteAsync(parsed.GetValue(json) ? JsonOf(verification) : Text(verification, expected is not null));
            return verification.IsSound ? 0 : Commands.Error;
        });
        return command;
    }

    private static Sha256? Key(string? text) => text is null ? null
        : Sha256.TryParse(text.Trim(), out var hash) ? hash
        : throw new CommandRefusedException("The key is named by its SHA-256: 64 hexadecimal digits, as the audit page of the board shows them.");

    private static FileStream Open(string path)
    {
        try
        {
            if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                throw new CommandRefusedException($"{path} is a thesis file, which nothing signs. Verify takes a bundle: make one with {Commands.Invocation} -- bundle <slug> <file>");
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandRefusedException($"{path} cannot be read: {e.Message}");
        }
    }

    private static string Text(Verification verification, bool isKeyNamed)
    {
        var text = new StringBuilder();
        if (verification.Manifest is { } manifest)
        {
            text.Append($"{manifest.Title} ({manifest.Board}), version {manifest.Version}\n");
            text.Append($"  signed by  {manifest.Key}{(isKeyNamed ? "" : " (compare it with the key on the audit page, or name it with --key)")}\n");
            text.Append($"  log ends   {manifest.Head}\n");
        }

        foreach (var check in verification.Report.Checks)
            text.Append($"{check.Word,-9}{check.Name}: {check.Checked}\n");
        foreach (var finding in verification.Report.Findings)
            text.Append($"{finding}\n");
        var count = verification.Report.Findings.Count();
        return text.Append(verification.IsSound ? (verification.Report.IsPartial ? "What could be checked holds.\n" : "All of it holds.\n") : $"{Figures.Count(count, "finding")}: this bundle does not hold.\n").ToString();
    }

    private static string JsonOf(Verification verification) => JsonSerializer.Serialize(
        new
        {
            Sound = verification.IsSound,
            verification.Manifest?.Board,
            verification.Manifest?.Version,
            verification.Manifest?.Head,
            verification.Manifest?.Key,
            Checks = verification.Report.Checks.Select(c => new { c.Name, Outcome = c.Word, c.Checked, Findings = c.Findings.Select(f => new { f.Place, f.Says }) }),
        },
        Json) + "\n";
}
