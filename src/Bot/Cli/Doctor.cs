using System.Globalization;
using System.Runtime.CompilerServices;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Updates;
using BotDigest.Formatting.Issues;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Cli;

/// <summary>Looks at everything that the service stands on, one thing after the other, and names the cause of what does not work.</summary>
internal sealed class Doctor(
    BotAccount account,
    Migrator migrator,
    Leases leases,
    VocabularyFile vocabulary,
    IssueParser parser,
    IOptions<TelegramOptions> telegram,
    IOptions<UpdatesOptions> updates,
    IOptions<PostsOptions> posts,
    TimeProvider time)
{
    private const string TelegramAddress = "https://api.telegram.org";

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(30);

    /// <summary>All findings, in the order in which things depend on each other.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    internal async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await DatabaseAsync(cancellationToken);
        yield return await FolderAsync(cancellationToken);
        yield return Vocabulary();
        yield return await ClockAsync(cancellationToken);
        var (me, token) = await TokenAsync(cancellationToken);
        yield return token;
        if (me is null)
            yield break;
        yield return await ChannelAsync(me, cancellationToken);
        if (telegram.Value.EditorsChat is { Length: > 0 } editors)
            yield return await EditorsAsync(editors, cancellationToken);
        yield return InlineMode(me);
        yield return await WebhookAsync(cancellationToken);
    }

    private async Task<Finding> DatabaseAsync(CancellationToken cancellationToken)
    {
        const string Subject = "database";
        try
        {
            var pending = await migrator.PendingAsync(cancellationToken);
            if (pending.Count > 0)
                return Finding.Well(Subject, string.Create(CultureInfo.InvariantCulture, $"reachable; `run` or `migrate` will take {pending.Count} steps to bring it up to date"));
            return Finding.Well(Subject, await leases.Publisher.FindHolderAsync(cancellationToken) is { } holder ? $"reachable and up to date; {holder} publishes" : "reachable and up to date");
        }
        catch (StorageException e)
        {
            return Finding.Ill(Subject, e.Message);
        }
    }

    private async Task<Finding> FolderAsync(CancellationToken cancellationToken)
    {
        const string Subject = "folder";
        var folder = Path.GetFullPath(posts.Value.Folder);
        if (!Directory.Exists(folder))
            return Finding.Ill(Subject, $"{folder} does not exist. Create it, or set Posts:Folder.");
        try
        {
            var files = IssueFiles.Find([folder]);
            var bad = 0;
            foreach (var file in files)
                bad += (await IssueFiles.ParseAsync(parser, file, cancellationToken)).HasErrors ? 1 : 0;
            return bad == 0
                ? Finding.Well(Subject, string.Create(CultureInfo.InvariantCulture, $"{folder} holds {files.Length} issues"))
                : Finding.Ill(Subject, string.Create(CultureInfo.InvariantCulture, $"{bad} of {files.Length} issues in {folder} cannot be published. `botdigest check {posts.Value.Folder}` says why."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Ill(Subject, $"{e.Message} Let the user that runs botdigest read it.");
        }
    }

    private Finding Vocabulary()
    {
        const string Subject = "vocabulary";
        try
        {
            var result = vocabulary.Read();
            return result.Problems.IsEmpty
                ? Finding.Well(Subject, string.Create(CultureInfo.InvariantCulture, $"{result.Vocabulary.Entries.Length} names"))
                : Finding.Ill(Subject, new ProblemFormat.Text().Line(vocabulary.Path, result.Problems[0], CultureInfo.CurrentUICulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Ill(Subject, $"{e.Message} Let the user that runs botdigest read it.");
        }
    }

    private async Task<Finding> ClockAsync(CancellationToken cancellationToken)
    {
        const string Subject = "clock";
        var address = telegram.Value.BaseUrl ?? TelegramAddress;
        try
        {
            using var http = new HttpClient { Timeout = telegram.Value.RequestTimeout };
            using var response = await http.GetAsync(new Uri(address), cancellationToken);
            if (response.Headers.Date is not { } theirs)
                return Finding.Well(Subject, $"{address} does not tell its time");
            var off = (time.GetUtcNow() - theirs).Duration();
            return off <= ClockTolerance
                ? Finding.Well(Subject, "agrees with Telegram's")
                : Finding.Ill(Subject, string.Create(CultureInfo.InvariantCulture, $"{off.TotalSeconds:F0} seconds away from Telegram's. Switch on time synchronisation (timedatectl set-ntp true)."));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Finding.Ill(Subject, $"{address} cannot be reached ({e.Message}). Check the network, the firewall, and Telegram:BaseUrl.");
        }
    }

    private async Task<(User? Me, Finding Finding)> TokenAsync(CancellationToken cancellationToken)
    {
        const string Subject = "token";
        var result = await account.GetMeAsync(cancellationToken);
        return result switch
        {
            CallResult<User>.Done { Value: var me } => (me, Finding.Well(Subject, $"belongs to @{me.Username}")),
            CallResult<User>.Refused { Refusal.Code: 401 or 404 } => (null, Finding.Ill(Subject, "Telegram does not know it. Ask @BotFather for it (/token) and set Telegram__Token.")),
            _ => (null, Finding.Ill(Subject, result.Fault!)),
        };
    }

    private async Task<Finding> ChannelAsync(User me, CancellationToken cancellationToken)
    {
        const string Subject = "channel";
        var target = ChatTarget.Parse(telegram.Value.Channel);
        var chat = await account.GetChatAsync(target, cancellationToken);
        if (chat is not CallResult<ChatFullInfo>.Done)
            return Finding.Ill(Subject, $"{target}: {chat.Fault}. Check Telegram:Channel, and add @{me.Username} to the channel as an administrator.");
        return await account.GetChatMemberAsync(target, me.Id, cancellationToken) switch
        {
            CallResult<ChatMember>.Done { Value: ChatMemberOwner } => Finding.Well(Subject, $"{target}: the bot owns it"),
            CallResult<ChatMember>.Done { Value: ChatMemberAdministrator { CanPostMessages: true, CanEditMessages: var edits } } =>
                Finding.Well(Subject, $"{target}: the bot may post{(edits ? " and pin" : "; to pin it needs the right to edit messages")}"),
            CallResult<ChatMember>.Done => Finding.Ill(Subject, $"{target}: the bot may not post. Make @{me.Username} an administrator with the right to post messages."),
            var other => Finding.Ill(Subject, $"{target}: {other.Fault}. Make @{me.Username} an administrator with the right to post messages."),
        };
    }

    private async Task<Finding> EditorsAsync(string editors, CancellationToken cancellationToken)
    {
        const string Subject = "editors' chat";
        var chat = await account.GetChatAsync(ChatTarget.Parse(editors), cancellationToken);
        return chat is CallResult<ChatFullInfo>.Done { Value: var known }
            ? Finding.Well(Subject, $"{known.Title ?? editors}")
            : Finding.Ill(Subject, $"{editors}: {chat.Fault}. Add the bot to that group, and check Telegram:EditorsChat.");
    }

    private static Finding InlineMode(User me) => Finding.Well(
        "inline mode",
        me.SupportsInlineQueries ? $"on: @{me.Username} and a few words find stories in any chat" : "off, so the bot is not heard in other chats. To switch it on send /setinline to @BotFather.");

    private async Task<Finding> WebhookAsync(CancellationToken cancellationToken)
    {
        const string Subject = "webhook";
        var result = await account.GetWebhookAsync(cancellationToken);
        return result switch
        {
            CallResult<WebhookInfo>.Done { Value.Url: { Length: > 0 } } when updates.Value.Mode == UpdatesMode.Polling =>
                Finding.Ill(Subject, "one is set, so polling gets nothing. `run` removes one that it has set itself; remove another by calling deleteWebhook, or stop the program that set it."),
            CallResult<WebhookInfo>.Done when updates.Value.Mode == UpdatesMode.Polling => Finding.Well(Subject, "none, as polling needs it"),
            CallResult<WebhookInfo>.Done when updates.Value.WebhookUrl is not { Length: > 0 } => Finding.Ill(Subject, "Updates:WebhookUrl names no address, so `run` would not start. Set it to the public https address of /telegram/webhook."),
            CallResult<WebhookInfo>.Done { Value.Url: "" } => Finding.Ill(Subject, "none is set yet; `run` sets it."),
            CallResult<WebhookInfo>.Done { Value.Url: var url } when url != updates.Value.WebhookUrl => Finding.Ill(Subject, $"updates go to {url}, and not to Updates:WebhookUrl. Stop the program that set it; `run` sets it anew."),
            CallResult<WebhookInfo>.Done { Value: { LastErrorMessage: { } fault, PendingUpdateCount: > 0 and var waiting } } =>
                Finding.Ill(Subject, string.Create(CultureInfo.InvariantCulture, $"{waiting} updates wait, because Telegram cannot post them: {fault}. Check the proxy in front of /telegram/webhook, and its certificate.")),
            CallResult<WebhookInfo>.Done { Value: { Url: var url, PendingUpdateCount: var waiting } } => Finding.Well(Subject, string.Create(CultureInfo.InvariantCulture, $"{url}, {waiting} updates wait")),
            _ => Finding.Ill(Subject, result.Fault!),
        };
    }
}
