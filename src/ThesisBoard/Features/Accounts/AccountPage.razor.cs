using Microsoft.AspNetCore.Components;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Sources.Mail;

namespace ThesisBoard.Features.Accounts;

/// <summary>What the buttons of the account page do.</summary>
public sealed partial class AccountPage
{
    private AccountView? view;
    private IReadOnlyList<Session> sessions = [];
    private string? said;
    private bool isWrong;
    private Actor? renewed;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private AccountDesk Desk { get; set; } = default!;

    [Inject] private PasskeyDesk Passkeys { get; set; } = default!;

    [Inject] private Sessions Sessions { get; set; } = default!;

    [Inject] private BoardShelf Boards { get; set; } = default!;

    [Inject] private OpenIdConnectSettings External { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "email")] private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "password")] private string? Current { get; set; }

    [SupplyParameterFromForm(FormName = "password")] private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "passkey-add")] private string? Credential { get; set; }

    [SupplyParameterFromForm(FormName = "passkey-add")] private string? PasskeyName { get; set; }

    [SupplyParameterFromForm(FormName = "passkey-remove")] private string? Passkey { get; set; }

    [SupplyParameterFromForm(FormName = "session-act")] private string? Session { get; set; }

    private Actor Who => renewed ?? Actor.From(Http.User);

    protected override async Task OnInitializedAsync()
    {
        await Load();
        if (view is { Passkeys.Count: 0, HasPassword: false, HasExternal: false })
            said = "You are signed in on this browser only. Add a passkey or a password, so that you can come back.";
    }

    private async Task Load()
    {
        view = await Desk.Read(Who);
        sessions = view is null ? [] : await Sessions.Of(Who, Http.RequestAborted);
    }

    private async Task AddPasskey() => await Then(await Passkeys.Add(Who, Http, Credential ?? "", PasskeyName ?? ""), "Added. From now on this passkey signs you in.");

    private async Task RemovePasskey() => await Then(await Passkeys.Remove(Who, Passkey ?? ""), "Removed. That passkey no longer signs anybody in.");

    private async Task SetPassword() => await Then(await Desk.SetPassword(Who, Current ?? "", Password ?? ""), "Saved. Other browsers that were signed in are signed out.");

    private async Task SetEmail()
    {
        var (result, mail) = await Desk.SetEmail(Who, (Email ?? "").Trim(), Http.RequestAborted);
        await Then(result, mail switch
        {
            MailResult.Sent => "Saved. Open the link that was sent there to confirm it.",
            MailResult.Failed failed => $"Saved, but the link that confirms it was not sent: {failed.Reason}",
            MailResult.NotSetUp => "Saved. This server sends no mail: an owner of the installation can give you the link that confirms it.",
            _ => "It is confirmed already.",
        });
    }

    private async Task EndSession()
    {
        if (Session == "all")
        {
            await Sessions.EndAll(Who, Http.RequestAborted);
            await Http.SignOut();
            Navigation.NavigateTo(AccountUrls.SignIn());
        }
        else if (Guid.TryParse(Session, out var id))
        {
            await Sessions.End(Who, id, Http.RequestAborted);
            (said, isWrong) = ("Signed out there.", false);
            await Load();
        }
    }

    private async Task Then(AccountResult result, string done)
    {
        (said, isWrong) = result.IsDone ? (done, false) : (result.Trouble, true);
        if (result.Renewed is { } now && now != Who)
            await Http.Renew(renewed = now);
        await Load();
    }
}
