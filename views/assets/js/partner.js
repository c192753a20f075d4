/**
 * The callbacks of an open page, as they come. Without scripts the list is as it was when the page was drawn, with a
 * link to reload it. The stream only says that there is something new: the list is then read again from the page itself.
 */
const list = document.querySelector('[data-callbacks]');
const live = document.querySelector('[data-live]');
let source;
let turn = Promise.resolve();

if (list) {
  document.addEventListener('visibilitychange', follow);
  follow();
}

/** Hidden pages hold no connection: browsers allow six of them for all tabs together. */
function follow() {
  source?.close();
  live.hidden = true;
  if (document.hidden) return;
  source = new EventSource('/callbacks/stream');
  source.addEventListener('open', () => (live.hidden = false));
  source.addEventListener('error', () => (live.hidden = true));
  // One after the other: an older answer must not undo a newer one. What fails is made good by the next event.
  source.addEventListener('callback', () => {
    turn = turn.then(readAgain).catch(() => {});
  });
}

async function readAgain() {
  const answer = await fetch('/welcome');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = [...(page.querySelector('[data-callbacks]')?.children ?? [])];
  if (fresh.length === 0) {
    source.close();
    return;
  }
  const ids = new Set(fresh.map(({ id }) => id));
  fresh.reverse().forEach(show);
  for (const item of list.querySelectorAll(':scope > li')) if (!ids.has(item.id)) item.remove();
}

/** What is on the page already stays as it is: a selection or a reader's place is not lost, nothing is read out twice. */
function show(item) {
  const shown = document.getElementById(item.id);
  if (!shown) list.prepend(item);
  else if (shown.dataset.times !== item.dataset.times) shown.replaceWith(item);
}
