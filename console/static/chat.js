// The borrower's chat: history on opening, replies live, and what is written goes out once, however often it is tried.
import {Ended, Refused, begin, call, listen, open} from "./chat_wire.js";
import * as log from "./chat_lines.js";

const byId = (id) => document.getElementById(id);
const [form, field, state, trouble, writing, choices, file] =
  ["write", "text", "state", "trouble", "writing", "choices", "file"].map(byId);
const WORDS = JSON.parse(byId("lines").dataset.words);
const UNSENT = "kept-chat-unsent";
const LARGEST = 10 * 1024 * 1024;
const POLL = 5000;
const POLL_BESIDE_LIVE = 60_000;
const WRITES_NO_LONGER = 20_000;
const ROWS = 140;

let language = document.documentElement.lang;
let words = WORDS[language];
let up = false;
let live = false;
let heldBy = "assistant";
let ended = false;
let synced = 0;
const waiting = new Map();

function speak(wished) {
  if (wished && WORDS[wished] && wished !== language) {
    language = document.documentElement.lang = wished;
    words = WORDS[wished];
    byId("lines").setAttribute("aria-label", words.conversation);
    choices.setAttribute("aria-label", words.choices);
    form.querySelector("label").textContent = words.field;
    field.placeholder = words.hint;
    byId("send").setAttribute("aria-label", words.send);
    for (const name of ["aria-label", "title"]) byId("attach").setAttribute(name, words.attach);
    byId("newer").textContent = words.newer;
    byId("empty").textContent = words.empty;
  }
  log.speak(words, language);
}

function tell() {
  // What was on its way when the line broke may still arrive, and says nothing of the line.
  const offline = (!up || !navigator.onLine) && !ended;
  const text = offline ? words.offline : {queue: words.waiting, agent: words.person}[heldBy] ?? words.assistant;
  if (state.textContent !== text) state.textContent = text;
  state.classList.toggle("offline", offline);
}

function complain(text) {
  trouble.textContent = text ?? "";
  trouble.hidden = !text;
}

function over(error) {
  ended = true;
  complain(error.message === "login" ? words.log_in : words.ended);
  for (const one of form.elements) one.disabled = true;
  choices.hidden = true;
  tell();
}

function suggest() {
  const line = log.last();
  const offered = line && line.who === "assistant" && heldBy !== "agent" && !ended ? line.choices ?? [] : [];
  const key = offered.length ? line.id : "";
  if (choices.dataset.of === key) return;
  choices.dataset.of = key;
  choices.replaceChildren(...offered.map(({label, says}) => {
    const button = document.createElement("button");
    button.type = "button";
    button.lang = line.language;
    button.textContent = label;
    button.addEventListener("click", () => {
      say(says, "button");
      // The button that had the focus is gone; on a phone the keyboard stays down.
      (matchMedia("(hover: hover)").matches ? field : byId("lines")).focus();
    });
    return button;
  }));
  choices.hidden = !offered.length;
}

let writesUntil;
function shows(writer) {
  clearTimeout(writesUntil);
  writing.textContent = {person: words.person_writes, assistant: words.writing}[writer] ?? "";
  writing.classList.toggle("on", Boolean(writer));
  if (writer) writesUntil = setTimeout(shows, WRITES_NO_LONGER);
}

async function sync() {
  const answer = await (await call("history")).json();
  synced = Date.now();
  live = answer.live;
  heldBy = answer.held_by;
  speak(answer.language);
  byId("lender").textContent = answer.lender;
  document.title = words.title.replace("{lender}", answer.lender);
  for (const line of answer.lines) { waiting.delete(line.id); log.show(line); }
  log.arrange(answer.lines.map((line) => line.id));
  keep();
  byId("empty").hidden = log.count() > 0;
  log.settle();
  suggest();
  log.begin();
  up = true;
  tell();
}

const resync = () => sync().catch((error) => { if (error instanceof Ended) over(error); else { up = false; tell(); } });

// What is not yet sent outlives a reload of the page; files do not.
function keep() {
  try {
    sessionStorage.setItem(UNSENT, JSON.stringify([...waiting.values()].filter((one) => !one.body)));
  } catch { /* only as long as the page is open */ }
}

function say(text, kind = "text") {
  queue({id: crypto.randomUUID(), text, kind, at: new Date().toISOString()});
}

function queue(item) {
  waiting.set(item.id, item);
  log.show({id: item.id, who: "you", text: item.text, files: item.files, at: item.at, pending: true});
  keep();
  suggest();
  flush();
}

async function post(item) {
  if (item.body) return call(`files?id=${item.id}`, {method: "POST", body: item.body, headers: {"content-type": "application/octet-stream"}});
  const {id, text, kind} = item;
  return call("messages", {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify({id, text, kind, language})});
}

const WHY = {413: "too_large", 415: "wrong_kind", 429: "too_many"};
let flushing = false;
let begun = false;
// One after the other, in the order they were written; without a line, or before there is a session, everything waits.
async function flush() {
  if (!begun || flushing || ended) return;
  flushing = true;
  for (const item of [...waiting.values()].filter((one) => !one.failed)) {
    try {
      await post(item);
      waiting.delete(item.id);
      log.show({id: item.id, pending: false});
      complain("");
    } catch (error) {
      if (error instanceof Ended) { over(error); break; }
      if (!(error instanceof Refused) || error.status >= 500) { up = false; tell(); break; }
      item.failed = true;
      const again = [413, 415].includes(error.status) ? undefined : () => { item.failed = false; log.show({id: item.id, failed: false, pending: true}); flush(); };
      log.show({id: item.id, pending: false, failed: true, again});
      complain(words[WHY[error.status]] ?? (item.body ? words.file_failed : words.not_sent));
    }
  }
  flushing = false;
  keep();
  log.settle();
}

function attach(chosen) {
  if (!chosen) return;
  complain(chosen.size > LARGEST ? words.too_large : "");
  if (chosen.size > LARGEST) return;
  const kind = chosen.type.startsWith("image/") ? "photo" : chosen.type === "application/pdf" ? "pdf" : "file";
  queue({id: crypto.randomUUID(), text: "", files: [kind], body: chosen, at: new Date().toISOString()});
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text || ended) return;
  field.value = "";
  field.style.height = "";
  say(text);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
});
field.addEventListener("input", () => { field.style.height = ""; field.style.height = `${Math.min(field.scrollHeight + 2, ROWS)}px`; });
field.addEventListener("paste", (event) => { if (event.clipboardData?.files.length) { event.preventDefault(); attach(event.clipboardData.files[0]); } });
byId("attach").addEventListener("click", () => file.click());
file.addEventListener("change", () => { attach(file.files[0]); file.value = ""; });

let toTell = [];
let telling;
log.whenSeen((id) => {
  toTell.push(id);
  clearTimeout(telling);
  telling = setTimeout(() => {
    const ids = toTell.splice(0, 100);
    call("seen", {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify({ids, read: true})}).catch(() => {});
  }, 400);
});

addEventListener("offline", () => { up = false; tell(); });
addEventListener("online", () => { tell(); resync(); flush(); });
// Without live updates, or between two of them, nothing is missed for long.
setInterval(() => {
  if (document.hidden || ended) return;
  if (Date.now() - synced >= (up && live ? POLL_BESIDE_LIVE : POLL) - 100) resync();
  if (waiting.size) flush();
}, POLL);

async function start() {
  let unsent = [];
  try { unsent = JSON.parse(sessionStorage.getItem(UNSENT) ?? "[]"); } catch { /* nothing was kept */ }
  speak(language);
  try {
    await open();
    try { await sync(); } catch (error) {
      if (!(error instanceof Ended) || error.message === "login") throw error;
      await begin();
      await sync();
    }
  } catch (error) {
    if (error instanceof Ended) { over(error); return; }
    up = false;
    tell();
  }
  begun = true;
  for (const item of unsent) if (!log.has(item.id)) queue({...item, failed: false});
  flush();
  listen({
    message: (told) => {
      if (told.writing) { shows(told.writing); return; }
      shows();
      log.show({...told, who: "assistant"});
      suggest();
      resync();
    },
    up: () => { resync(); flush(); },
    down: (error) => { if (error instanceof Ended) over(error); else { up = false; tell(); } },
  });
}

// A phone's keyboard covers the page: what is left above it is the chat.
visualViewport?.addEventListener("resize", () => {
  document.body.style.height = visualViewport.scale === 1 ? `${visualViewport.height}px` : "";
});

start();
if (matchMedia("(hover: hover)").matches && !document.body.classList.contains("embedded")) field.focus();
