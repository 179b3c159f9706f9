using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ThesisBoard.Features.Tokens;

/// <summary>Who comes with <c>Authorization: Bearer</c>. It is asked on the API only, where no cookie counts.</summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PersonalTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && await tokens.Find(header[Bearer.Length..].Trim(), Context.RequestAborted) is { } actor
            ? AuthenticateResult.Success(new(actor.Principal(Name), Name))
            : AuthenticateResult.NoResult(); // wrong, ended or revoked: one answer
    }
}
