using System.Text;
using ThesisBoard.Filings.Html;

namespace ThesisBoard.Filings.Text;

/// <summary>Takes bytes that are no UTF-8 as Windows-1252, which is what such a file then was written in.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Characters();

    private sealed class Characters : DecoderFallbackBuffer
    {
        private byte[] bytes = [];
        private int at;

        public override int Remaining => bytes.Length - at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (bytes, at) = (bytesUnknown, 0);
            return bytes.Length > 0;
        }

        public override char GetNextChar() => at < bytes.Length ? CharacterReference.FromWindows1252(bytes[at++]) : '\0';

        public override bool MovePrevious() => at > 0 && at-- > 0;

        public override void Reset() => (bytes, at) = ([], 0);
    }
}
