using System.Security.Cryptography;
using System.Text;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Data;

/// <summary>
/// The name that a program gives to one request, so that sending it again does nothing twice. It is the number of the write in the log: its first half stands for
/// who named it and how, its second half for what was asked. So the same name with another request is found out too.
/// </summary>
public readonly record struct RetryId(Guid Value)
{
    /// <summary>How long a name is remembered.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(1);

    internal static Problem Taken { get; } = new("Idempotency-Key", "This Idempotency-Key was used for another request within a day. Send a new key with a new request.");

    /// <summary>The number of a request.</summary>
    public static RetryId Of(Guid member, string slug, string name, string asked)
    {
        Span<byte> bytes = stackalloc byte[16];
        Hash($"{member:n}\n{slug}\n{name}").CopyTo(bytes);
        Hash(asked).CopyTo(bytes[8..]);
        return new(new Guid(bytes));
    }

    /// <summary>The other write had the same name.</summary>
    public bool IsNamedAs(Guid write) => Value.ToByteArray().AsSpan(0, 8).SequenceEqual(write.ToByteArray().AsSpan(0, 8));

    private static ReadOnlySpan<byte> Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8);
}
