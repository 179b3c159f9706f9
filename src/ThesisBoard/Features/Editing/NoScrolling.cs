using MudBlazor;

namespace ThesisBoard.Features.Editing;

/// <summary>Nothing: the scrolling of the page. While a dialog is open the page's own style holds it (<c>edit.css</c>), and nothing else of MudBlazor that stands in a page scrolls.</summary>
internal sealed class NoScrolling : IScrollManager
{
    public ValueTask LockScrollAsync(string selector = "body", string cssClass = "scroll-locked") => ValueTask.CompletedTask;

    public ValueTask UnlockScrollAsync(string selector = "body", string cssClass = "scroll-locked") => ValueTask.CompletedTask;

    public ValueTask ScrollToAsync(string? id, int left, int top, ScrollBehavior scrollBehavior) => ValueTask.CompletedTask;

    public ValueTask ScrollIntoViewAsync(string? selector, ScrollBehavior behavior) => ValueTask.CompletedTask;

    public ValueTask ScrollToTopAsync(string? id, ScrollBehavior scrollBehavior = ScrollBehavior.Auto) => ValueTask.CompletedTask;

    public ValueTask ScrollToYearAsync(string elementId) => ValueTask.CompletedTask;

    public ValueTask ScrollToListItemAsync(string elementId) => ValueTask.CompletedTask;

    public ValueTask ScrollToBottomAsync(string? id, ScrollBehavior scrollBehavior = ScrollBehavior.Auto) => ValueTask.CompletedTask;

    public ValueTask ScrollToVirtualizedItemAsync(string elementId, int itemIndex, double itemHeight, string targetItemId, ScrollBehavior behavior) => ValueTask.CompletedTask;
}
