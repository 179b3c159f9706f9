using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ThesisBoard.Features.Notices;

/// <summary>The link at the end of every mail: it names one account and one board, is signed, and does one thing only, so that it needs no sign-in.</summary>
public sealed class UnsubscribeLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("ThesisBoard.Unsubscribe");

    public string Token(Guid account, string slug) => protector.Protect($"{account:n} {slug}");

    /// <summary>Null for a link that was cut off or made up.</summary>
    public (Guid Account, string Slug)? Read(string token)
    {
        try
        {
            return protector.Unprotect(token).Split(' ', 2) is [var id, var slug] && Guid.TryParse(id, out var account) ? (account, slug) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
