// The borrower's chat: history on opening, replies live, and what is written goes out once, however often it is tried.
const lines = document.getElementById("lines");
const form = document.getElementById("write");
const field = document.getElementById("text");
const state = document.getElementById("state");
const empty = document.getElementById("empty");
const shown = new Map();
const QUIET = state.textContent;

function show(line) {
  const known = shown.get(line.id);
  if (known) { known.classList.remove("pending", "failed"); return; }
  const bubble = document.createElement("div");
  bubble.className = `line ${line.who}${line.pending ? " pending" : ""}`;
  if (line.language) bubble.lang = line.language;
  const text = document.createElement("p");
  text.append(...linked(line.text ?? ""));
  bubble.append(text);
  const time = document.createElement("time");
  const at = new Date(line.at);
  time.dateTime = line.at;
  time.textContent = (line.who === "agent" ? "Agent · " : "") + at.toLocaleTimeString([], {hour: "2-digit", minute: "2-digit"});
  bubble.append(time);
  shown.set(line.id, bubble);
  lines.append(bubble);
  empty.hidden = true;
  bubble.scrollIntoView({block: "end", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"});
}

function linked(text) {
  return text.split(/(https:\/\/[^\s)，。；]+[^\s)，。；.])/).map((part) => {
    if (!part.startsWith("https://")) return part;
    const link = document.createElement("a");
    link.href = part;
    link.textContent = part;
    link.rel = "noopener noreferrer";
    link.target = "_blank";
    return link;
  });
}

async function resume() {
  const answer = await fetch("/chat/history");
  if (answer.status === 401) { location.reload(); return; }
  const {lines: said} = await answer.json();
  said.forEach(show);
  empty.hidden = shown.size > 0;
  state.textContent = QUIET;
  state.classList.remove("offline");
}

function offline() {
  state.textContent = "Not connected – trying again";
  state.classList.add("offline");
}

const waiting = new Map();

async function send(id, text) {
  waiting.set(id, text);
  try {
    const answer = await fetch("/chat/messages", {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({id, text}),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    waiting.delete(id);
    shown.get(id)?.classList.remove("pending", "failed");
  } catch {
    shown.get(id)?.classList.add("failed");
    offline();
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  const id = crypto.randomUUID();
  show({id, who: "you", text, at: new Date().toISOString(), pending: true});
  field.value = "";
  field.style.height = "";
  send(id, text);
});

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
});
field.addEventListener("input", () => { field.style.height = ""; field.style.height = `${Math.min(field.scrollHeight, 140)}px`; });

function listen() {
  const source = new EventSource("/chat/live");
  source.onopen = () => { resume().catch(offline); for (const [id, text] of waiting) send(id, text); };
  source.onmessage = ({data}) => { show({...JSON.parse(data), who: "assistant", at: new Date().toISOString()}); resume().catch(offline); };
  source.onerror = offline;
}

// Without live updates (or between two of them) nothing is missed for long.
setInterval(() => { if (!document.hidden) resume().catch(offline); }, 5000);
resume().then(listen, offline);
field.focus();
