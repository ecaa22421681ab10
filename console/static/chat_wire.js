// The chat's line to the service: one session, calls in it, and what is pushed to it.
const KEPT = "kept-chat-session";
const QUIET_TOO_LONG = 40_000;
const LONGEST_WAIT = 20_000;

const embedded = document.body.classList.contains("embedded");
let session = null;
let byLogin = false;

export class Ended extends Error {}
export class Refused extends Error {
  constructor(status) { super(`refused ${status}`); this.status = status; }
}

function stored(value) {
  // Some browsers give frames no storage: then the session lasts as long as the page.
  try {
    if (value === undefined) return sessionStorage.getItem(KEPT);
    if (value === null) sessionStorage.removeItem(KEPT); else sessionStorage.setItem(KEPT, value);
  } catch { /* kept in memory only */ }
  return null;
}

async function opened(login) {
  const answer = await fetch("/chat/session", {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(login ? {login} : {}),
    credentials: "omit",
  });
  if (!answer.ok) throw answer.status === 403 ? new Ended("login") : new Refused(answer.status);
  session = (await answer.json()).session;
  // A login is never left behind on a shared machine: the next page brings its own.
  stored(login ? null : session);
}

// Takes up the session: our own page's cookie, the lender's login, or what this tab had before.
export async function open() {
  const login = new URLSearchParams(location.hash.slice(1)).get("login");
  // Only the lender's pages may hold this one; a link that somebody sent logs nobody in.
  if (login && window.top !== window) {
    history.replaceState(null, "", location.pathname + location.search);
    byLogin = true;
    await opened(login);
    return;
  }
  session = stored();
  if (embedded && session === null) await opened(null);
}

export async function call(path, options = {}) {
  const headers = {...options.headers, ...(session ? {"x-kept-session": session} : {})};
  const answer = await fetch(`/chat/${path}`, {...options, headers, credentials: session ? "omit" : "same-origin"});
  if (answer.ok) return answer;
  if (answer.status !== 401) throw new Refused(answer.status);
  if (byLogin) throw new Ended("login");
  stored(null);
  throw new Ended("session");
}

// A new session where the old one is over or cookies are not kept.
export const begin = () => opened(null);

// Everything pushed to the session, for as long as the page is open; `up` and `down` tell how the line is.
export async function listen({message, up, down}) {
  let wait = 1000;
  for (;;) {
    const stop = new AbortController();
    let watch = setTimeout(() => stop.abort(), QUIET_TOO_LONG);
    try {
      const answer = await call("live", {signal: stop.signal});
      wait = 1000;
      up();
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const {done, value} = await reader.read();
        if (done) break;
        clearTimeout(watch);
        watch = setTimeout(() => stop.abort(), QUIET_TOO_LONG);
        const parts = (rest + value).split("\n\n");
        rest = parts.pop();
        for (const part of parts) if (part.startsWith("data: ")) message(JSON.parse(part.slice(6)));
      }
    } catch (error) {
      if (error instanceof Ended) { down(error); return; }
      down(error);
    }
    clearTimeout(watch);
    await new Promise((go) => {
      const timer = setTimeout(go, wait * (0.7 + Math.random() * 0.6));
      addEventListener("online", () => { clearTimeout(timer); go(); }, {once: true});
    });
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}
