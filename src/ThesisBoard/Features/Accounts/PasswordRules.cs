using Microsoft.AspNetCore.Identity;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Accounts;

/// <summary>
/// What a password must be, after NIST SP 800-63B: long, not one that everybody tries first, and not made of what everybody knows of the person.
/// No rule about kinds of characters, and no date on which it ends.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<AccountRow>
{
    public const int Shortest = 12;

    /// <summary>Longer ones cost the server time to check and the person nothing to shorten.</summary>
    public const int Longest = 256;

    private const int FewestUnknown = 6;
    private const int ShortestWord = 3;

    public Task<IdentityResult> ValidateAsync(UserManager<AccountRow> manager, AccountRow user, string? password) =>
        Task.FromResult(Trouble(password ?? "", user.Name, user.Email) is { } trouble
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = trouble })
            : IdentityResult.Success);

    /// <summary>What is wrong with a password, in a sentence; null when it is good.</summary>
    public static string? Trouble(string password, string name = "", string? email = null)
    {
        if (password.Length < Shortest)
            return $"Take at least {Shortest} characters; a few words in a row are easy to keep.";
        if (password.Length > Longest)
            return $"Take at most {Longest} characters.";
        if (CommonPasswords.IsKnown(password))
            return "This is one of the passwords that are tried first. Take another one.";
        return Rest(password, [.. Words(name), .. Words(email ?? ""), "thesisboard", "thesis", "board"]) < FewestUnknown
            ? "This is made of your name, your address or the name of this site. Take something that others do not know of you."
            : null;
    }

    /// <summary>How many characters are left once what is known of the person is taken out.</summary>
    private static int Rest(string password, IReadOnlyList<string> known)
    {
        var rest = password.ToLowerInvariant();
        foreach (var word in known.OrderByDescending(w => w.Length))
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.Count(char.IsLetterOrDigit);
    }

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant().Split([' ', '.', '@', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= ShortestWord);
}
