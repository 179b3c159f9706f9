using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Documents;

/// <summary>What a person does with documents: drop them, open them, select words and attach them.</summary>
internal static class ReaderSteps
{
    public const string Inbox = Editors.Board + "/inbox";

    /// <summary>Drops files on the inbox, as from a desktop, and waits until each has become something.</summary>
    public static Task Drop(Tab tab, params (string Name, string Text)[] files) => Drop(tab, [.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    public static async Task Drop(Tab tab, params (string Name, byte[] Bytes)[] files)
    {
        await tab.Goto(Inbox);
        foreach (var (name, bytes) in files)
        {
            await tab.Page.EvaluateAsync(
                """
                ([name, text]) => {
                  const carried = new DataTransfer();
                  carried.items.add(new File([Uint8Array.from(atob(text), c => c.charCodeAt(0))], name));
                  const over = new DragEvent('dragover', { dataTransfer: carried, bubbles: true, cancelable: true });
                  document.getElementById('main').dispatchEvent(over);
                  if (!over.defaultPrevented) throw new Error('the page would open the file');
                  document.getElementById('main').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
                }
                """,
                new[] { name, Convert.ToBase64String(bytes) });
            var line = tab.Page.Locator(".uploads li", new() { HasText = name });
            await Assertions.Expect(line).ToHaveAttributeAsync("data-step", "Stored", new() { Timeout = 20_000 });
            await Assertions.Expect(line).ToContainTextAsync("characters of text");
        }
    }

    /// <summary>The reader of a dropped file, by the hash of its bytes.</summary>
    public static Task<IResponse> OpenReader(Tab tab, string text) => OpenReader(tab, Encoding.UTF8.GetBytes(text));

    public static Task<IResponse> OpenReader(Tab tab, byte[] bytes) => tab.Goto($"{Editors.Board}/documents/{Convert.ToHexStringLower(SHA256.HashData(bytes))}");

    /// <summary>Attaches words of the open document as evidence.</summary>
    public static async Task Attach(Tab tab, string words, string claim)
    {
        await Select(tab, words);
        await tab.Page.Locator("#picked [data-do='attach-passage']").ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;
        await dialog.Locator("form[data-form]").WaitForAsync();
        Assert.Equal(words, await dialog.GetByLabel("The exact words of the source").InputValueAsync());
        await dialog.GetByLabel("What is claimed").FillAsync(claim);
        await dialog.GetByLabel("Stance").First.SelectOptionAsync("supports");
        await dialog.GetByLabel("Criterion").First.SelectOptionAsync("debt-reduction");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#evidence .anchored")).ToContainTextAsync(claim, new() { Timeout = 15_000 });
    }

    /// <summary>Selects words in the document, as a mouse or a finger would.</summary>
    public static async Task Select(Tab tab, string words)
    {
        await tab.Page.Locator("iframe[data-reader]").FocusAsync();
        await tab.Page.EvaluateAsync(
            """
            words => {
              const page = document.querySelector('iframe').contentDocument;
              const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                const range = page.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                page.getSelection().removeAllRanges();
                page.getSelection().addRange(range);
                node.parentElement.scrollIntoView({ block: 'center' });
                return;
              }
              throw new Error('not on the page');
            }
            """,
            words);
        await tab.Page.Locator("#picked").WaitForAsync();
    }
}
