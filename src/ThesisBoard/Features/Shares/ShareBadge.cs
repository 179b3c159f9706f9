using System.Globalization;
using System.Net;
using System.Text;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Shares;

/// <summary>The verdict as a small picture, for a page of one's own. It names neither board nor issuer.</summary>
internal static class ShareBadge
{
    private const int LabelWidth = 86;
    private const double LetterWidth = 6.7;

    public static byte[] Of(BoardState board)
    {
        var look = StandingLook.Of(board.Verdict);
        var word = look.Word;
        var width = (int)Math.Ceiling(word.Length * LetterWidth) + 18;
        var says = WebUtility.HtmlEncode($"Thesis: {word} as of {Figures.Date(board.AsOf)}");
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{LabelWidth + width}" height="22" role="img" aria-label="{says}">
              <title>{says}</title>
              <rect width="{LabelWidth + width}" height="22" rx="4" fill="{PictureColours.Of(look)}"/>
              <path d="M4 0h{LabelWidth - 4}v22h-{LabelWidth - 4}a4 4 0 0 1-4-4v-14a4 4 0 0 1 4-4z" fill="{PictureColours.Ink}"/>
              <g fill="{PictureColours.OnColour}" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                <text x="8" y="15">ThesisBoard</text>
                <text x="{LabelWidth + 9}" y="15" font-weight="bold">{word}</text>
              </g>
            </svg>
            """));
    }
}
