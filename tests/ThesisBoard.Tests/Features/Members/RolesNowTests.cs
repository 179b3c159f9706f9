using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Members;

/// <summary>The condition under which a sign-in holds stands twice, for a write and for everything else: both must say the same.</summary>
public sealed class RolesNowTests
{
    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_sign_in_holds_for_a_write_as_it_holds_elsewhere(DatabaseProvider engine)
    {
        await using var store = await Store.Open(engine);
        var (member, other) = (await store.Member(Role.Editor), await store.Member(Role.Viewer));
        await using var db = await store.Databases().CreateDbContextAsync();
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var (own, others, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var (id, account) in new[] { (own, member), (others, other) })
        {
            db.Add(new SessionRow { Id = id, AccountId = account.MemberId!.Value, StartedAt = now, SeenAt = now });
            db.Add(new PersonalTokenRow { Id = id, AccountId = account.MemberId.Value, TokenHash = $"{id:n}", Name = "test", CreatedAt = now, ExpiresAt = now.AddDays(1) });
        }

        await db.SaveChangesAsync();
        Guid?[] named = [null, own, others, gone];
        foreach (var isStamped in new[] { true, false })
        {
            foreach (var session in named)
            {
                foreach (var token in named)
                {
                    var actor = token is { } by ? member.In(session).By(by, mayWrite: true) : member.In(session);
                    var holds = isStamped && (session is null || session == own) && (token is null || token == own);
                    Assert.Equal(holds, await ThesisBoard.Features.Members.Members.Signed(db, actor).AnyAsync());
                    Assert.Equal(holds ? Role.Editor : Role.Anonymous, await RolesNow.Of(db, actor, null, default));
                }
            }

            await db.Accounts.Where(a => a.Id == member.MemberId).ExecuteUpdateAsync(set => set.SetProperty(a => a.SecurityStamp, "another"));
        }
    }
}
