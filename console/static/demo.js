// The list of sample borrowers follows what happens on their phones.
async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("people");
  const old = document.getElementById("people");
  if (next && old && next.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) old.replaceWith(next);
}
setInterval(refresh, 3000);
