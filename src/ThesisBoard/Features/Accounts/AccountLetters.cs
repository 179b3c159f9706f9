using Microsoft.AspNetCore.Hosting.Server;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data.Rows;
using ThesisBoard.Shell;
using ThesisBoard.Sources.Mail;

namespace ThesisBoard.Features.Accounts;

/// <summary>The mails that an account gets about itself. Their links begin with this server's own address, never with what a request says.</summary>
public sealed class AccountLetters(Mailer mailer, SiteAddress site, IServer server)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    public Task<MailResult> SendConfirmation(AccountRow account, string token, CancellationToken ct) => mailer.Send(new(
        account.Email!,
        "Confirm your address for ThesisBoard",
        $"Hello {account.Name},\n\nopen this link within {Words} to confirm that this is your address:\n{site.Of(AccountUrls.Confirm(account.Id, token), server).AbsoluteUri}\n\nIf you have no account on ThesisBoard, do nothing.\n"), ct);

    /// <summary>Sent after the answer is given, so that the answer takes the same time for an address that nobody has.</summary>
    public void SendRecoverySoon(AccountRow account, string token)
    {
        var letter = new Letter(
            account.Email!,
            "Set a new password for ThesisBoard",
            $"Hello {account.Name},\n\nopen this link within {Words} to set a new password:\n{site.Of(AccountUrls.Recover(account.Id, token), server).AbsoluteUri}\n\nIf you did not ask for it, do nothing: your password stays.\n");
        _ = Task.Run(() => mailer.Send(letter));
    }

    private static string Words => Figures.Count((int)Lifetime.TotalHours, "hour");
}
