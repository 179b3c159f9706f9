using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Shares;

/// <summary>The secret in a share link: 256 random bits. Whoever holds it reads the board, so only its SHA-256 is ever kept.</summary>
public static class ShareToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Sha256.Of(Encoding.UTF8.GetBytes(token)).Hex;
}
