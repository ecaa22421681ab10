// The chat in a page of the lender's: a button, and behind it a frame that shows our own page. Nothing is said
// between the two pages; a login goes along in the part of the frame's address that is never sent to a server.
const me = document.currentScript;
const home = new URL(me.src).origin;
const FRAME_MAY = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";
const STYLE = `
:host { all: initial; }
* { box-sizing: border-box; font: 600 16px/1.3 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
button { cursor: pointer; border: 0; color: #fff; background: #14532d; }
button:focus-visible { outline: 3px solid #1d4e89; outline-offset: 2px; }
.open { position: fixed; z-index: 2147483000; bottom: max(1rem, env(safe-area-inset-bottom)); inset-inline-end: 1rem; border-radius: 2rem; padding: .8rem 1.2rem; box-shadow: 0 4px 16px rgb(0 0 0 / .25); }
.panel { position: fixed; z-index: 2147483000; bottom: 1rem; inset-inline-end: 1rem; width: min(25rem, calc(100vw - 2rem)); height: min(40rem, calc(100dvh - 2rem)); display: flex; flex-direction: column; overflow: hidden; border-radius: 14px; background: #fff; box-shadow: 0 8px 40px rgb(0 0 0 / .3); }
.left { inset-inline-start: 1rem; inset-inline-end: auto; }
.panel[hidden], .open[hidden] { display: none; }
.bar { display: flex; justify-content: space-between; align-items: center; padding: .3rem .3rem .3rem 1rem; background: #14532d; color: #fff; }
.bar button { width: 2.75rem; height: 2.75rem; border-radius: 50%; font-size: 22px; line-height: 1; }
.bar button:focus-visible { outline-color: #fff; outline-offset: -4px; }
iframe { flex: 1; width: 100%; border: 0; }
@media (max-width: 480px) { .panel { inset: 0; width: 100%; height: 100dvh; border-radius: 0; } }
`;

function spoken(tag) {
  const wished = (tag || "en").toLowerCase();
  if (/^zh\b.*(hant|tw|hk|mo)/.test(wished)) return "zh-Hant";
  if (wished.startsWith("zh")) return "zh-Hans";
  return wished.startsWith("es") ? "es" : "en";
}

const language = spoken(me.dataset.language || document.documentElement.lang || navigator.language);
const words = WORDS[language];
const host = document.createElement("div");
const root = host.attachShadow({mode: "open"});
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
root.adoptedStyleSheets = [sheet];

function button(className, label, content) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = content;
  if (label !== content) made.setAttribute("aria-label", label);
  return made;
}

const side = me.dataset.side === "left" ? " left" : "";
const opener = button(`open${side}`, words.open, words.open);
opener.setAttribute("aria-haspopup", "dialog");
opener.setAttribute("aria-expanded", "false");
const panel = document.createElement("div");
panel.className = `panel${side}`;
panel.hidden = true;
panel.lang = opener.lang = language;
panel.setAttribute("role", "dialog");
panel.setAttribute("aria-label", words.open);
const bar = document.createElement("div");
bar.className = "bar";
const closer = button("", words.close, "×");
bar.append(words.open, closer);
panel.append(bar);
root.append(opener, panel);

// The lender's own word on who is logged in: in the tag, or fresh from an address of the lender's own site.
async function login() {
  if (me.dataset.login) return me.dataset.login;
  if (!me.dataset.loginUrl) return "";
  const from = new URL(me.dataset.loginUrl, location.href);
  if (from.origin !== location.origin) return "";
  try {
    const answer = await fetch(from, {credentials: "same-origin", headers: {accept: "text/plain"}});
    return answer.ok ? (await answer.text()).trim() : "";
  } catch {
    return "";
  }
}

let frame;
async function show() {
  panel.hidden = false;
  opener.hidden = true;
  opener.setAttribute("aria-expanded", "true");
  if (!frame) {
    frame = document.createElement("iframe");
    frame.title = words.open;
    frame.sandbox = FRAME_MAY;
    frame.referrerPolicy = "no-referrer";
    const token = await login();
    frame.src = `${home}/chat/embed?language=${language}${token ? `#login=${encodeURIComponent(token)}` : ""}`;
    panel.append(frame);
  }
  frame.focus();
}

function hide() {
  panel.hidden = true;
  opener.hidden = false;
  opener.setAttribute("aria-expanded", "false");
  opener.focus();
}

opener.addEventListener("click", show);
closer.addEventListener("click", hide);
root.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
const settle = () => document.body.append(host);
if (document.body) settle(); else document.addEventListener("DOMContentLoaded", settle);
