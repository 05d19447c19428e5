using System.Collections.Immutable;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;
using BotDigest.TelegramView;

namespace BotDigest.Sandbox.Page;

/// <summary>Turns a message of the world into what a reader's Telegram shows of it.</summary>
internal static class MessagePresenter
{
    private static readonly TimeSpan ReaderOffset = TimeSpan.FromHours(8);

    /// <summary>The message as a reader sees it.</summary>
    /// <param name="world">The world it is in.</param>
    /// <param name="message">The message.</param>
    /// <param name="readerId">Who looks.</param>
    internal static MessageModel Present(TelegramWorld world, Message message, long readerId) => new()
    {
        Id = message.Id,
        ChatId = message.ChatId,
        Text = message.Body.IsService ? ServiceText(message.Body) : message.Body.Words.Text,
        Entities = [.. message.Body.Words.Entities.Select(e => new MessageEntityModel(e.Type.WireName(), e.Offset, e.Length, e.Argument))],
        Preview = Preview(message.Body),
        Keyboard = Keyboard(message.Keyboard),
        Date = message.Date.ToOffset(ReaderOffset),
        Edited = message.EditedAt is not null,
        Own = message.Author.Id == readerId,
        Silent = message.IsSilent,
        ReplyTo = message.ReplyTo is { } id ? FirstLine(world, message.ChatId, id) : null,
    };

    private static PreviewModel? Preview(MessageBody body)
    {
        if (body is MessageBody.Media { Kind: MediaKind.Photo } photo)
            return new PreviewModel(photo.Source, Host(photo.Source), Title: null, Large: true, AboveText: !photo.CaptionAbove);
        if (body is not MessageBody.Text { Preview: { IsDisabled: false } options, Content: var content })
            return null;
        var first = content.Entities.Where(e => e.Type is EntityType.TextLink or EntityType.Url).Cast<Entity?>().FirstOrDefault();
        var url = options.Url ?? (first is { } link ? link.Argument ?? content.Text.Substring(link.Offset, link.Length) : null);
        if (url is null)
            return null;
        var titled = content.Entities.Where(e => e.Type == EntityType.TextLink && string.Equals(e.Argument, url, StringComparison.Ordinal)).Cast<Entity?>().FirstOrDefault();
        var title = titled is { } t ? content.Text.Substring(t.Offset, t.Length) : null;
        return new PreviewModel(url, Host(url), title, options.PreferLarge, options.AboveText);
    }

    private static ImmutableArray<ImmutableArray<ButtonModel>> Keyboard(InlineKeyboard? keyboard) =>
        keyboard is null ? [] : [.. keyboard.Rows.Select(row => row.Select(Button).ToImmutableArray())];

    private static ButtonModel Button(InlineButton button) => button.Kind switch
    {
        ButtonKind.Url => new ButtonModel(button.Text, Url: button.Value),
        ButtonKind.Callback => new ButtonModel(button.Text, Data: button.Value),
        _ => new ButtonModel(button.Text, Query: button.Value),
    };

    private static string? FirstLine(TelegramWorld world, long chatId, int messageId)
    {
        var text = world.MessagesOf(chatId).FirstOrDefault(m => m.Id == messageId)?.Body.Words.Text;
        return text?.Split('\n')[0];
    }

    private static string ServiceText(MessageBody body) => body switch
    {
        MessageBody.Pinned => PageTexts.Pinned,
        _ => body.GetType().Name,
    };

    private static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : url;
}
