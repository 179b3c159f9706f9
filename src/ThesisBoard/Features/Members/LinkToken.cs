using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Members;

/// <summary>The secret part of a link: 256 random bits, of which only the SHA-256 is kept, so that neither a backup nor a log gives anybody a way in.</summary>
internal static class LinkToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Sha256.Of(Encoding.UTF8.GetBytes(token)).Hex;
}
