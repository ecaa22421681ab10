// What was said, as the page shows it: one bubble a message, in order, each shown once.
const lines = document.getElementById("lines");
const empty = document.getElementById("empty");
const newer = document.getElementById("newer");
const shown = new Map();
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const AT_THE_END = 80;
const CLIP = "m20 11.5-8 8a5.2 5.2 0 0 1-7.4-7.4l8.3-8.2a3.5 3.5 0 0 1 5 5l-8.3 8.1a1.7 1.7 0 0 1-2.4-2.4l7.6-7.5";

let words = {};
// Whether what is new comes into view: until somebody reads further up.
let follows = true;
let scrolled = 0;
let begun = false;
let language = document.documentElement.lang;

export function speak(with_words, in_language) {
  words = with_words;
  language = in_language;
  for (const {bubble, line} of shown.values()) if (!line.text && line.files?.length) fill(bubble, line);
}

// What was said before is there: from now on something new glides into view.
export const begin = () => { begun = true; };
export const has = (id) => shown.has(id);
export const count = () => shown.size;
export const last = () => shown.get([...lines.querySelectorAll(".line")].at(-1)?.dataset.id)?.line;

function part(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function clip() {
  const made = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
  const [icon, path] = [made("svg"), made("path")];
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  path.setAttribute("d", CLIP);
  icon.append(path);
  return icon;
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
  for (const file of line.files ?? []) content.push(part("p", "file", clip(), words[file] ?? words.file));
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
    const at = known.line.at;
    known.line = {...known.line, pending: false, failed: false, ...line};
    if (known.line.at !== at) { known.bubble.dataset.at = known.line.at; days(); }
    if (JSON.stringify({...known.line, again: 0}) !== before) fill(known.bubble, known.line);
    return;
  }
  if (line.who === "you") follows = true;
  const bubble = part("div");
  bubble.dataset.id = line.id;
  bubble.dataset.at = line.at;
  fill(bubble, line);
  shown.set(line.id, {bubble, line});
  lines.append(bubble);
  empty.hidden = true;
  days();
  if (line.who !== "you") watch.observe(bubble);
  if (follows) toEnd(); else newer.hidden = false;
}

// Puts the lines into the service's order; what it does not have yet comes last. Clocks of phones decide nothing.
export function arrange(ids) {
  const there = new Set(ids);
  const rest = [...lines.querySelectorAll(".line")].map((bubble) => bubble.dataset.id);
  const wanted = [...ids, ...rest.filter((id) => !there.has(id))];
  if (wanted.join() === rest.join()) return;
  let next = lines.querySelector(".line");
  // Only what stands wrong is moved: screen readers take what is moved for new.
  for (const id of wanted) {
    const {bubble} = shown.get(id);
    if (bubble === next) { do next = next.nextElementSibling; while (next && !next.classList.contains("line")); }
    else if (next) next.before(bubble); else lines.append(bubble);
  }
  days();
  if (follows) toEnd();
}

// Forget what was only ever here: the session has gone.
export function clear() {
  for (const {bubble} of shown.values()) bubble.remove();
  shown.clear();
}

export function toEnd() {
  newer.hidden = true;
  follows = true;
  lines.scrollTo({top: lines.scrollHeight, behavior: calm.matches || !begun ? "auto" : "smooth"});
}

// The status of the borrower's last message: that it arrived, and that it was taken up.
export function settle() {
  for (const old of lines.querySelectorAll(".status.settled")) old.remove();
  const mine = [...lines.querySelectorAll(".line.you")].map((one) => shown.get(one.dataset.id));
  const {bubble, line} = mine.filter((one) => !one.line.pending && !one.line.failed).at(-1) ?? {};
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
  const atTheEnd = lines.scrollHeight - lines.scrollTop - lines.clientHeight < AT_THE_END;
  if (atTheEnd) newer.hidden = follows = true;
  else if (lines.scrollTop < scrolled) follows = false;
  scrolled = lines.scrollTop;
}, {passive: true});
// The keyboard, or suggested answers, take room from below.
new ResizeObserver(() => { if (follows) lines.scrollTo({top: lines.scrollHeight}); }).observe(lines);
