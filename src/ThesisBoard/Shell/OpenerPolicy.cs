using NetEscapades.AspNetCore.SecurityHeaders.Headers;

namespace ThesisBoard.Shell;

/// <summary>
/// Keeps a page apart from the window that opened it (Cross-Origin-Opener-Policy). Not the boards that a reader sees who is not signed in: they say what they say
/// to anybody, and a browser that meets the policy gives up the process it began for the page and begins another, a third of the time to the first paint.
/// </summary>
internal sealed class OpenerPolicy : HtmlOnlyHeaderPolicyBase
{
    public const string Name = "Cross-Origin-Opener-Policy";

    public override string Header => Name;

    protected override string GetValue(HttpContext context) => context.User.Identity?.IsAuthenticated != true && IsForReaders(context.Request.Path) ? "unsafe-none" : "same-origin";

    private static bool IsForReaders(PathString path) => path == "/" || path.StartsWithSegments("/t") || path.StartsWithSegments("/s");
}
