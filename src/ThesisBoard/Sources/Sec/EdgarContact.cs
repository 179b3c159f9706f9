using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Sources.Sec;

/// <summary>
/// Who asks EDGAR: the setting where there is one, else what an owner typed at set-up or in an inbox. The SEC requires a name and an e-mail address in every
/// request; while there are none, nothing is asked.
/// </summary>
public sealed class EdgarContact(EdgarOptions options, IDbContextFactory<BoardDb> databases, TimeProvider clock)
{
    private const string Setting = "EdgarContact";
    private const int LongestAddress = 120;

    /// <summary>How long an answer is believed without asking: another process may have written.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);
    private (string Text, DateTimeOffset At)? known;

    /// <summary>The setting names it: then nobody is asked, and nothing can be typed.</summary>
    public bool IsSetting => options.Contact.Length > 0;

    /// <summary>An owner can still be asked for it.</summary>
    public async ValueTask<bool> IsWanted(CancellationToken ct = default) => options.Enabled && (await Current(ct)).Length == 0;

    /// <summary>The actor may name it: an owner of the installation, not of one board.</summary>
    public async Task<bool> IsFor(Actor actor, CancellationToken ct = default)
    {
        if (IsSetting || !options.Enabled || !actor.May(Permission.ManageMembers))
            return false;
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await RolesNow.Of(db, actor, null, ct)).May(Permission.ManageMembers);
    }

    /// <summary>EDGAR may be asked.</summary>
    public async ValueTask<bool> IsReady(CancellationToken ct = default) => options.Enabled && (await Current(ct)).Length > 0;

    /// <summary>The contact; blank while there is none.</summary>
    public async ValueTask<string> Current(CancellationToken ct = default)
    {
        if (IsSetting)
            return options.Contact;
        if (known is { } last && clock.GetUtcNow() - last.At < Trust)
            return last.Text;
        var at = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var text = await db.Settings.AsNoTracking().Where(s => s.Name == Setting).Select(s => s.Value).FirstOrDefaultAsync(ct) ?? "";
        known = (text, at);
        return text;
    }

    /// <summary>Keeps it, for all boards; both blank: EDGAR is asked no more. Null when it is kept, else why not.</summary>
    public async Task<string?> Set(Actor actor, string? name, string? address, CancellationToken ct = default)
    {
        if (IsSetting)
            return "The contact is named by the setting Edgar__Contact, which goes before what is typed here.";
        if (Problem(name, address) is { } problem)
            return problem;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!(await RolesNow.Of(db, actor, null, ct)).May(Permission.ManageMembers))
            return "Only an owner of this installation may say who asks EDGAR. Nothing was changed.";
        var row = await db.Settings.FirstOrDefaultAsync(s => s.Name == Setting, ct);
        if (row is null)
            db.Add(row = new() { Name = Setting });
        (row.Value, row.ChangedAt, row.ChangedBy) = (Text(name, address), clock.GetUtcNow().UtcDateTime, actor.Name);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (BoardTransaction.IsRace(e))
        {
            return "Somebody else changed the contact at the same moment. Nothing was changed; try again.";
        }

        known = null;
        return null;
    }

    /// <summary>What is wrong with it, in a sentence; null when it can be kept.</summary>
    public static string? Problem(string? name, string? address)
    {
        if (string.IsNullOrWhiteSpace(name) && string.IsNullOrWhiteSpace(address))
            return null;
        if (!IsAddress((address ?? "").Trim()))
            return "That is no e-mail address. The SEC writes to it when something is wrong with the requests, such as ada@example.com.";
        return EdgarOptions.IsContact(Text(name, address)) ? null : "Write the name in Latin letters: it goes into the head of every request.";
    }

    private static string Text(string? name, string? address) => $"{Plain(name ?? "")} {address?.Trim()}".Trim();

    private static bool IsAddress(string text) => text.Length <= LongestAddress && text.All(c => c is > ' ' and <= '~')
        && text.Split('@') is [{ Length: > 0 }, { Length: > 3 } host] && host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < host.Length - 1;

    /// <summary>A request's head carries plain letters only: "Zoë" is "Zoe" there.</summary>
    private static string Plain(string name) => string.Join(' ', string.Concat(name.Normalize(NormalizationForm.FormD)
        .Where(c => c != '@' && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Control))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
