// Throughput of two converters on the issues that are given: Markdown in, one string of Telegram's MarkdownV2 out.
// Prints a line a converter: its name and how many issues it converts in a second.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import telegramify from "telegramify-markdown";
import { convert } from "telegram-markdown-v2";

const seconds = Number(process.env.SECONDS_EACH ?? 5);

// They know no front matter, so they are spared it.
const issues = process.argv.slice(2).map((file) => readFileSync(file, "utf8").replace(/^\uFEFF?---\r?\n[\s\S]*?\n---\r?\n/, ""));
const converters = {
  "telegramify-markdown": (text) => telegramify(text, "escape"),
  "telegram-markdown-v2": (text) => convert(text, "escape"),
};

for (const [name, work] of Object.entries(converters)) {
  const run = (milliseconds) => {
    const start = performance.now();
    let [rounds, length, best] = [0, 0, Infinity];
    do {
      const round = performance.now();
      for (const text of issues) length += work(text).length;
      best = Math.min(best, performance.now() - round);
      rounds++;
    } while (performance.now() - start < milliseconds);
    if (length === 0) throw new Error(`${name} wrote nothing`);
    return best;
  };
  run((seconds * 1000) / 2);
  console.log(`${name} ${((issues.length * 1000) / run(seconds * 1000)).toFixed(1)}`);
}
