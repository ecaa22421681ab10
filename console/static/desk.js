// Live desk: when something happens, the page is fetched anew and its parts are exchanged; what is being typed stays.
const main = document.getElementById("desk");
const live = document.getElementById("live");

async function refresh() {
  if (main.hasAttribute("data-still")) return;
  const answer = await fetch(location.href, {headers: {accept: "text/html"}});
  if (!answer.ok || answer.redirected) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("desk");
  if (!next) return;
  for (const part of [".tiles", ".talk", "table.table", ".empty", "aside"]) {
    const old = main.querySelector(part);
    const fresh = next.querySelector(part);
    const typing = old?.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
    if (typing) continue;
    if (old && fresh && old.innerHTML !== fresh.innerHTML) {
      const open = [...old.querySelectorAll("details")].map((item) => item.open);
      old.replaceWith(fresh);
      fresh.querySelectorAll("details").forEach((item, place) => { item.open = open[place] ?? false; });
      if (part === ".talk") fresh.scrollTop = fresh.scrollHeight;
    } else if (Boolean(old) !== Boolean(fresh)) {
      if (!document.activeElement?.closest("form")) location.reload();
    }
  }
}

let soon = null;
function later() { soon ??= setTimeout(() => { soon = null; refresh(); }, 150); }

function listen() {
  const source = new EventSource("/desk/live");
  source.onopen = () => live.classList.remove("live-off");
  source.onmessage = later;
  source.onerror = () => live.classList.add("live-off");
}

const talk = document.getElementById("talk");
if (talk) talk.scrollTop = talk.scrollHeight;
document.getElementById("text")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form.requestSubmit();
});
// Whoever waits in the chat sees that somebody writes; told again as long as it goes on.
const TOLD_AGAIN = 8000;
let told = -TOLD_AGAIN;
document.querySelector("#answer textarea")?.addEventListener("input", (event) => {
  if (!event.target.value.trim() || performance.now() - told < TOLD_AGAIN) return;
  told = performance.now();
  const path = event.target.form.action.replace(/answer$/, "writing");
  fetch(path, {method: "POST", headers: {"x-csrf": event.target.form.elements.csrf.value}}).catch(() => {});
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.activeElement?.matches("input, textarea, select")) return;
  event.preventDefault();
  (document.getElementById("text")?.type === "search" ? document.getElementById("text") : document.getElementById("find"))?.focus();
});
setInterval(() => { if (!document.hidden && live.classList.contains("live-off")) refresh(); }, 5000);
listen();
