using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace ThesisBoard.Filings.Pdf;

/// <summary>Runs a page's drawing operations and keeps the characters only; pictures and lines are passed over.</summary>
internal sealed class GlyphCollector(
    int pageNumber,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    TransformationMatrix matrix,
    ParsingOptions options)
    : BaseStreamProcessor<PdfGlyphs>(pageNumber, resources, scanner, parser, filters, cropBox, unit, rotation, in matrix, options)
{
    private const int MostGlyphs = 2_000_000;
    private readonly PdfGuard guard = (PdfGuard)options.Logger;
    private readonly List<PdfGlyph> glyphs = [];

    public override PdfGlyphs Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new PdfGlyphs(glyphs);
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        guard.CountStep();
        if (string.IsNullOrEmpty(unicode))
            return;
        if (glyphs.Count >= MostGlyphs)
            throw guard.Refuse(FilingErrorKind.TooMuchText, $"Page {PageNumber} draws more than {MostGlyphs:N0} characters.");
        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0))));
        var size = pointSize is > 0 and < 1000 ? pointSize : 10;
        var isUpright = Math.Abs(end.Y - start.Y) <= Math.Abs(end.X - start.X) && end.X >= start.X;
        glyphs.Add(new PdfGlyph(unicode, start.X, end.X, start.Y, size, font.Details.IsBold, isUpright));
    }

    public override void PushState()
    {
        guard.CountStep();
        base.PushState();
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        guard.Check();
        base.ProcessFormXObject(formStream, xObjectName);
    }

    public override void BeginSubpath() => guard.CountStep();

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close) => guard.CountStep();

    public override void FillPath(FillingRule fillingRule, bool close) => guard.CountStep();

    public override void FillStrokePath(FillingRule fillingRule, bool close) => guard.CountStep();

    public override void MoveTo(double x, double y) => CurrentPosition = new PdfPoint(x, y);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => guard.CountStep();

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => guard.CountStep();

    public override void LineTo(double x, double y) => guard.CountStep();

    public override void Rectangle(double x, double y, double width, double height) => guard.CountStep();

    public override void EndPath() => guard.CountStep();

    public override void ClosePath() => guard.CountStep();

    public override void ModifyClippingIntersect(FillingRule clippingRule) => guard.CountStep();

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) => guard.CountStep();

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => guard.CountStep();

    protected override void RenderInlineImage(InlineImage inlineImage) => guard.CountStep();

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties) => guard.CountStep();

    public override void EndMarkedContent() => guard.CountStep();

    public override void PaintShading(NameToken shadingName) => guard.CountStep();
}

/// <summary>Gives PdfPig's pages the collector in place of its own, which keeps an object for every character, line and picture.</summary>
internal sealed class GlyphPageFactory(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
    : BasePageFactory<PdfGlyphs>(scanner, resources, filters, parser, options)
{
    protected override PdfGlyphs ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations) =>
        operations.Count == 0
            ? new PdfGlyphs([])
            : new GlyphCollector(
                pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions)
                .Process(pageNumber, operations);
}
