using ThesisBoard.Live;

namespace ThesisBoard.Features.Members;

/// <summary>What lets a reader follow a board: a stream is open for hours, and the right to it may end meanwhile, by a withdrawn role, a closed board or a sign-out.</summary>
public sealed class StreamRights(AccessShelf access, Members members)
{
    /// <summary>A member may sign out elsewhere, of which no board tells; a reader without an account has a right only by the board.</summary>
    private static readonly TimeSpan OfMembers = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan OfReaders = TimeSpan.FromSeconds(25);

    public StreamRight Of(HttpContext http, string slug, Permission needs)
    {
        var actor = Actor.From(http.User);
        return new(async ct => await Holds(actor, slug, needs, ct), actor.MemberId is null ? OfReaders : OfMembers);
    }

    private async ValueTask<bool> Holds(Actor actor, string slug, Permission needs, CancellationToken ct)
    {
        var now = actor.MemberId is null ? actor : await members.Recheck(actor, ct);
        return now is not null && await access.Of(slug, ct) is var board && (needs == Permission.Read ? board.MayRead(now) : board.RoleOf(now).May(needs));
    }
}
