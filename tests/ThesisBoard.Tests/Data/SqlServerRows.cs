using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Tests.Data;

/// <summary>What the recorder answers when a query asks for a row: one of each table by its columns.</summary>
internal static class SqlServerRows
{
    public static readonly DateTime Now = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);
    public static readonly Guid Id = Guid.NewGuid();

    public static Dictionary<string, object> Account() => new()
    {
        ["Id"] = Id,
        ["Name"] = "Ada",
        ["Role"] = nameof(Role.Owner),
        ["SecurityStamp"] = $"{Id:n}",
        ["JoinedAt"] = Now,
        ["RowVersion"] = Id,
        ["UserName"] = $"{Id:n}",
        ["NormalizedUserName"] = $"{Id:N}",
        ["Email"] = DBNull.Value,
        ["NormalizedEmail"] = DBNull.Value,
        ["EmailConfirmed"] = false,
        ["PasswordHash"] = DBNull.Value,
        ["ConcurrencyStamp"] = $"{Id}",
        ["PhoneNumber"] = DBNull.Value,
        ["PhoneNumberConfirmed"] = false,
        ["TwoFactorEnabled"] = false,
        ["LockoutEnd"] = DBNull.Value,
        ["LockoutEnabled"] = true,
        ["AccessFailedCount"] = 0,
        ["SeenAt"] = Now, // of a session
    };

    public static Dictionary<string, object> Filing() => new()
    {
        ["Id"] = Id,
        ["ThesisId"] = Id,
        ["Accession"] = "0001725123-26-000001",
        ["Form"] = "6-K",
        ["Title"] = "",
        ["Filed"] = DBNull.Value,
        ["PeriodEnd"] = DBNull.Value,
        ["CompanyName"] = "",
        ["Url"] = "",
        ["Origin"] = nameof(FilingOrigin.Edgar),
        ["State"] = nameof(FilingState.New),
        ["Warning"] = "",
        ["IsReleased"] = false,
        ["ArrivedAt"] = Now,
        ["By"] = "Ada",
        ["ChangedAt"] = Now,
        ["ChangedBy"] = "Ada",
        ["RowVersion"] = Id,
    };

    public static Dictionary<string, object> Change() => new()
    {
        ["Id"] = 1L,
        ["WriteId"] = Id,
        ["Slug"] = "cango-ai-pivot",
        ["Version"] = 3L,
        ["Ordinal"] = 0,
        ["At"] = Now,
        ["MemberId"] = DBNull.Value,
        ["By"] = "Ada",
        ["Verb"] = "remove",
        ["Summary"] = "Removed it",
        ["Kind"] = nameof(ItemKind.Board),
        ["Key"] = "cango-ai-pivot",
        ["Index"] = 0,
        ["Before"] = Store.SampleText(),
        ["After"] = DBNull.Value,
        ["Hash"] = Core.Quantities.Sha256.Of("before"u8).Hex,
    };
}
