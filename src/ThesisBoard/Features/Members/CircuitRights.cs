using Microsoft.AspNetCore.Components.Server.Circuits;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Members;

/// <summary>The member of an open circuit signed out, was removed, or may no longer read its board. The circuit ends with it, and its page reloads.</summary>
internal sealed class RightEndedException() : Exception("The member who opened this page may no longer use it.");

/// <summary>
/// Asks before every event of a circuit whether its member is still one. A circuit outlives its request, and so would a right that only requests lose.
/// What an event may write is asked again by the write itself.
/// </summary>
internal sealed class CircuitRights(Editor editor, Members members, AccessShelf access) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        if (await members.Recheck(await editor.Actor()) is not { } member
            || (editor.Slug.Length > 0 && !(await access.Of(editor.Slug, CancellationToken.None)).MayRead(member)))
            throw new RightEndedException();
        await next(context);
    };
}
