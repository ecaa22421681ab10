// What was said, as the page shows it: one bubble a message, in order, each shown once.
const lines = document.getElementById("lines");
const empty = document.getElementById("empty");
const newer = document.getElementById("newer");
const shown = new Map();
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const AT_THE_END = 80;

let words = {};
let language = document.documentElement.lang;

export function speak(with_words, in_language) {
  words = with_words;
  language = in_language;
  for (const {bubble, line} of shown.values()) if (!line.text && line.files?.length) fill(bubble, line);
}

export const has = (id) => shown.has(id);
export const count = () => shown.size;
export const last = () => [...shown.values()].map(({line}) => line).sort((a, b) => a.at.localeCompare(b.at)).at(-1);

function part(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function linked(text) {
  return text.split(/(https:\/\/[^\s)，。；]+[^\s)，。；.])/).map((piece) => {
    if (!piece.startsWith("https://")) return piece;
    const link = part("a", "", piece);
    link.href = piece;
    link.rel = "noopener noreferrer";
    link.target = "_blank";
    return link;
  });
}

function fill(bubble, line) {
  const speaker = {you: words.by_you, agent: words.by_person, assistant: words.by_assistant}[line.who];
  const content = [];
  if (line.who === "agent") content.push(part("span", "by", speaker));
  else content.push(part("span", "unseen", `${speaker} `));
  for (const file of line.files ?? []) content.push(part("p", "file", `📎 ${words[file] ?? words.file}`));
  if (line.text) content.push(part("p", "", ...linked(line.text)));
  const time = part("time", "", new Date(line.at).toLocaleTimeString(language, {hour: "2-digit", minute: "2-digit"}));
  time.dateTime = line.at;
  content.push(time);
  const status = line.failed ? words.not_sent : line.pending ? words.sending : "";
  if (status) content.push(part("span", "status", ` · ${status}`));
  if (line.failed && line.again) {
    const again = part("button", "", words.again);
    again.type = "button";
    again.addEventListener("click", line.again);
    content.push(part("br"), again);
  }
  bubble.className = `line ${line.who}${line.pending ? " pending" : ""}${line.failed ? " failed" : ""}`;
  if (line.language) bubble.lang = line.language;
  bubble.replaceChildren(...content);
}

// Shows a line, or what has become of it; what is new at the end comes into view unless somebody reads further up.
export function show(line) {
  const known = shown.get(line.id);
  if (known) {
    const before = JSON.stringify({...known.line, again: 0});
    known.line = {...known.line, pending: false, failed: false, ...line};
    known.bubble.dataset.at = known.line.at;
    if (JSON.stringify({...known.line, again: 0}) !== before) fill(known.bubble, known.line);
    return;
  }
  const follows = line.who === "you" || lines.scrollHeight - lines.scrollTop - lines.clientHeight < AT_THE_END;
  const bubble = part("div");
  bubble.dataset.id = line.id;
  bubble.dataset.at = line.at;
  fill(bubble, line);
  const later = [...shown.values()].filter((one) => one.line.at > line.at).sort((a, b) => a.line.at.localeCompare(b.line.at))[0];
  shown.set(line.id, {bubble, line});
  if (later) later.bubble.before(bubble); else lines.append(bubble);
  empty.hidden = true;
  days();
  if (line.who !== "you") watch.observe(bubble);
  if (follows) toEnd(); else newer.hidden = false;
}

// Forget what was only ever here: the session has gone.
export function clear() {
  for (const {bubble} of shown.values()) bubble.remove();
  shown.clear();
}

export function toEnd() {
  newer.hidden = true;
  lines.scrollTo({top: lines.scrollHeight, behavior: calm.matches || shown.size < 3 ? "auto" : "smooth"});
}

// The status of the borrower's last message: that it arrived, and that it was taken up.
export function settle() {
  for (const old of lines.querySelectorAll(".status.settled")) old.remove();
  const mine = [...shown.values()].filter(({line}) => line.who === "you" && !line.pending && !line.failed);
  const {bubble, line} = mine.sort((a, b) => a.line.at.localeCompare(b.line.at)).at(-1) ?? {};
  if (bubble) bubble.append(part("span", "status settled", ` · ${line.read ? words.read : words.sent}`));
}

// A day is named where it changes, unless all of it is of today.
function days() {
  for (const old of lines.querySelectorAll(".day")) old.remove();
  let before = new Date().toDateString();
  for (const bubble of lines.querySelectorAll(".line")) {
    const at = new Date(bubble.dataset.at);
    if (at.toDateString() !== before) {
      bubble.before(part("p", "day", at.toLocaleDateString(language, {weekday: "short", month: "short", day: "numeric"})));
      before = at.toDateString();
    }
  }
}

let seen = () => {};
export const whenSeen = (told) => { seen = told; };
const watch = new IntersectionObserver((entries) => {
  for (const {target, isIntersecting} of entries) {
    if (!isIntersecting || document.hidden) continue;
    watch.unobserve(target);
    const {line} = shown.get(target.dataset.id) ?? {};
    if (line && !line.seen) seen(line.id);
  }
}, {threshold: 0.3});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  for (const {bubble, line} of shown.values()) if (line.who !== "you" && !line.seen) { watch.unobserve(bubble); watch.observe(bubble); }
});
newer.addEventListener("click", () => { toEnd(); lines.focus(); });
lines.addEventListener("scroll", () => {
  if (lines.scrollHeight - lines.scrollTop - lines.clientHeight < AT_THE_END) newer.hidden = true;
}, {passive: true});
