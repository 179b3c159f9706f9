using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Tokens;

/// <summary>What the buttons of the section do.</summary>
public sealed partial class TokensSection
{
    private IReadOnlyList<PersonalToken> tokens = [];
    private TokenResult.Made? made;
    private string? trouble;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private PersonalTokens Tokens { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "token-make")] private string? TokenName { get; set; }

    [SupplyParameterFromForm(FormName = "token-make")] private string? Scope { get; set; }

    [SupplyParameterFromForm(FormName = "token-make")] private int Days { get; set; }

    [SupplyParameterFromForm(FormName = "token-revoke")] private string? Token { get; set; }

    private Actor Who => Actor.From(Http.User);

    protected override Task OnInitializedAsync() => Load();

    private async Task Load() => tokens = await Tokens.Of(Who, Http.RequestAborted);

    private async Task Make()
    {
        var result = await Tokens.Make(Who, TokenName ?? "", Scope == "write", Days, Http.RequestAborted);
        (made, trouble) = (result as TokenResult.Made, (result as TokenResult.Refused)?.Message);
        await Load();
    }

    private async Task Revoke()
    {
        if (Guid.TryParse(Token, out var id))
            await Tokens.Revoke(Who, id, Http.RequestAborted);
        await Load();
    }

    private static string Used(PersonalToken token) => token.UsedAt is { } used ? $"last used {Figures.Moment(used)}" : "never used";

    private string Ends(PersonalToken token) => $"{(token.ExpiresAt <= Clock.GetUtcNow().UtcDateTime ? "ended" : "ends")} {Figures.Moment(token.ExpiresAt)}";
}
