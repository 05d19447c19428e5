using System.CommandLine;
using System.Globalization;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Cli;

/// <summary><c>render PATH…</c>: formats issues and sends nothing.</summary>
internal static class RenderVerb
{
    internal static Command Create(VerbContext context)
    {
        var paths = new Argument<string[]>("path") { Description = "Issue files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var layout = new Option<Layout?>("--layout") { Description = "How issues are laid out; the setting Publishing:Layout unless given." };
        var chat = new Option<string?>("--chat") { Description = "The chat that the messages are for; the setting Telegram:Channel unless given." };
        var command = new Command("render", "Formats issues: a JSON object a message, in sending order; sends nothing.") { paths, layout, chat };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = context.BuildParts();
            var telegram = app.Services.GetRequiredService<IOptions<TelegramOptions>>().Value;
            var options = app.Services.GetRequiredService<DigestSettings>();
            var target = ChatTarget.Parse(parsed.GetValue(chat) ?? telegram.Channel);
            return await RenderAsync(context, parsed.GetRequiredValue(paths), options.Options(parsed.GetValue(layout)), target, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RenderAsync(VerbContext context, string[] paths, DigestOptions options, ChatTarget chat, CancellationToken cancellationToken)
    {
        var parser = new IssueParser();
        var text = new ProblemFormat.Text();
        var failed = false;
        foreach (var file in IssueFiles.Find(paths))
        {
            var result = await IssueFiles.ParseAsync(parser, file, cancellationToken);
            if (result.HasErrors)
            {
                failed = true;
                foreach (var problem in result.Problems)
                    await context.Error.WriteLineAsync(text.Line(file, problem, CultureInfo.CurrentUICulture).AsMemory(), cancellationToken);
                continue;
            }

            foreach (var message in DigestComposer.Compose(result.Issue!, options).Messages)
            {
                var row = new RenderedMessage(Path.GetFileName(file), message.Part, "sendMessage", WireMessage.ToJson(chat, message.Content, message.Silent));
                await context.Out.WriteLineAsync(System.Text.Json.JsonSerializer.Serialize(row, CliJson.Readable.RenderedMessage).AsMemory(), cancellationToken);
            }
        }

        return failed ? ExitCode.Content : ExitCode.Fine;
    }
}
