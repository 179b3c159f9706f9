using System.Security.Cryptography;
using System.Text;

namespace ThesisBoard.Features.Shares;

/// <summary>An identifier that follows from names: the same entry has the same one in every feed and calendar, on every day and node. A UUID of version 8 (RFC 9562, 5.8).</summary>
internal static class NameUuid
{
    public static Guid Of(params IEnumerable<string> names)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names)))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
