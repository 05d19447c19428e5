// The page's one script: what a hand does goes to the sandbox, what happens there comes back as ready-made messages.
const { reader, home, bot, suffix, channelName, channel } = document.body.dataset;
const as = `?as=${encodeURIComponent(reader)}`;
const text = document.getElementById("text");
const menu = document.getElementById("menu");
const toast = document.getElementById("toast");
let commands = [];

const list = (chat) => document.querySelector(`[data-list="${CSS.escape(chat)}"]`);

async function post(path, body) {
  const response = await fetch(path + as, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) show(await response.json());
}

const send = (words) => post("/page/send", { text: words });

function show(words) {
  toast.textContent = words;
  toast.hidden = false;
  clearTimeout(show.timer);
  show.timer = setTimeout(() => { toast.hidden = true; }, 4000);
}

function put({ list: chat, id, html }) {
  const messages = list(chat);
  const old = document.getElementById(id);
  if (!html) {
    old?.remove();
    return;
  }
  const template = document.createElement("template");
  template.innerHTML = html;
  const message = template.content.firstElementChild;
  if (old) {
    const open = [...old.querySelectorAll(".tg-expandable")].map((quote) => quote.classList.contains("tg-open"));
    message.querySelectorAll(".tg-expandable").forEach((quote, i) => quote.classList.toggle("tg-open", open[i] === true));
    old.replaceWith(message);
    return;
  }
  const atEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 120;
  messages.append(message);
  if (atEnd || chat === home) messages.scrollTop = messages.scrollHeight;
}

async function catchUp() {
  const messages = await (await fetch("/page/messages" + as)).json();
  const ids = new Set(messages.map((m) => m.id));
  document.querySelectorAll("[data-message]").forEach((m) => { if (!ids.has(m.id)) m.remove(); });
  messages.forEach(put);
}

function listen() {
  const events = new EventSource("/page/events" + as);
  events.addEventListener("hello", catchUp);
  events.addEventListener("message", (e) => put(JSON.parse(e.data)));
  events.addEventListener("answer", (e) => {
    document.querySelectorAll('[aria-busy="true"]').forEach((button) => button.removeAttribute("aria-busy"));
    const answer = JSON.parse(e.data);
    if (answer.text) show(answer.text);
  });
  events.addEventListener("results", (e) => results(JSON.parse(e.data)));
  events.addEventListener("commands", loadCommands);
}

async function loadCommands() {
  commands = await (await fetch("/page/commands" + as)).json();
  offer();
}

// What stands after the bot's name, or null where the text does not begin with it.
function asked() {
  const name = `@${bot} `.toLowerCase();
  return text.value.toLowerCase().startsWith(name) ? text.value.slice(name.length) : null;
}

function entry(title, description, data) {
  const row = document.createElement("li");
  row.role = "option";
  Object.assign(row.dataset, data);
  const name = document.createElement("b");
  name.textContent = title;
  row.append(name, description ?? "");
  return row;
}

function results({ id, query, results: found, next, button, start }) {
  if (query !== asked()) return;
  const rows = found.map((r) => entry(r.title, r.description, { result: r.id, of: id }));
  if (button) rows.unshift(entry(button, "", { start }));
  if (next) rows.push(entry("…", "", { next }));
  if (results.query === query && results.next) [...menu.children].slice(0, -1).reverse().forEach((row) => rows.unshift(row));
  [results.query, results.next] = [query, ""];
  menu.replaceChildren(...rows);
  menu.hidden = rows.length === 0;
}

function ask(offset) {
  results.next = offset;
  post("/page/ask", { query: asked(), offset });
}

function offer() {
  const word = text.value;
  clearTimeout(offer.timer);
  if (asked() !== null) {
    offer.timer = setTimeout(() => ask(""), 250);
    return;
  }
  const fitting = word.startsWith("/") && !word.includes(" ") ? commands.filter((c) => c.command.startsWith(word.slice(1))) : [];
  menu.replaceChildren(...fitting.map((c) => entry("/" + c.command, c.description, { command: "/" + c.command })));
  menu.hidden = fitting.length === 0;
}

// Links into this pretend Telegram stay on the page: a post is scrolled to, a deep link starts the bot.
function follow(url) {
  const { host, pathname, searchParams } = new URL(url, location.href);
  if (host !== "t.me") return false;
  const [name, post] = pathname.slice(1).split("/");
  if (name.toLowerCase() === bot.toLowerCase()) {
    const payload = searchParams.get("start");
    send(payload ? `/start${suffix} ${payload}` : `/start${suffix}`);
    return true;
  }
  if (name.toLowerCase() === channelName.toLowerCase()) {
    const message = document.getElementById(`m${channel}-${post}`);
    message?.scrollIntoView({ block: "start", behavior: "smooth" });
    message?.classList.remove("tg-flash");
    void message?.offsetWidth;
    message?.classList.add("tg-flash");
    return true;
  }
  return false;
}

document.addEventListener("click", (e) => {
  const target = e.target.closest("[data-callback], [data-command], [data-result], [data-start], [data-next], [data-tag], [data-query], a[href], .tg-expandable");
  if (!target) return;
  if (target.matches(".tg-expandable")) {
    target.classList.toggle("tg-open");
  } else if (target.dataset.callback !== undefined) {
    const message = target.closest("[data-message]");
    target.setAttribute("aria-busy", "true");
    post("/page/press", { chat: Number(message.dataset.chat), message: Number(message.dataset.message), data: target.dataset.callback });
  } else if (target.dataset.command !== undefined) {
    e.preventDefault();
    text.value = "";
    offer();
    send(target.dataset.command.includes("@") ? target.dataset.command : target.dataset.command + suffix);
  } else if (target.dataset.result !== undefined) {
    text.value = "";
    offer();
    post("/page/choose", { query: target.dataset.of, result: target.dataset.result });
  } else if (target.dataset.next !== undefined) {
    ask(target.dataset.next);
  } else if (target.dataset.start !== undefined) {
    text.value = "";
    offer();
    send(`/start${suffix} ${target.dataset.start}`);
  } else if (target.dataset.tag !== undefined) {
    e.preventDefault();
    send(`/tag${suffix} ${target.dataset.tag.slice(1)}`);
  } else if (target.dataset.query !== undefined) {
    text.value = `@${bot} ${target.dataset.query}`;
    text.focus();
    offer();
  } else if (target.href && follow(target.href)) {
    e.preventDefault();
  }
});

text.addEventListener("input", offer);
document.getElementById("composer").addEventListener("submit", (e) => {
  e.preventDefault();
  const words = text.value.trim();
  if (!words) return;
  text.value = "";
  offer();
  send(words);
});

for (const messages of document.querySelectorAll("[data-list]")) {
  // white space between rendered messages would hide the note of an empty list
  if (!messages.firstElementChild) messages.replaceChildren();
  messages.scrollTop = messages.scrollHeight;
}
listen();
loadCommands();
