/**
 * Keeps the part of a page with `data-live` fresh: fetches the page anew whenever the stream says that something changed.
 * What somebody is in the middle of stays as it is: boxes that are ticked, what is unfolded, the focus, and the row in sight.
 */
const PAUSE = 200;

/** @param redrawn called when the part has been replaced */
export function live(region, redrawn) {
  const mark = document.querySelector('[data-live-mark]');
  let source;
  let refreshing = false;
  let changedMeanwhile = false;

  // A browser opens six connections to one place at most: tabs that nobody sees must not keep them.
  document.addEventListener('visibilitychange', listen);
  listen();

  function listen() {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(region.dataset.live);
    source.addEventListener('changed', () => void refresh());
    source.addEventListener('open', () => {
      mark?.removeAttribute('hidden');
      void refresh(); // what happened while nobody listened
    });
    source.addEventListener('error', () => mark?.setAttribute('hidden', ''));
  }

  async function refresh() {
    changedMeanwhile = true;
    if (refreshing) return;
    refreshing = true;
    while (changedMeanwhile) {
      changedMeanwhile = false;
      await fetchRegion().catch(() => undefined); // the stream comes back by itself, and so do we
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    refreshing = false;
  }

  let drawn = seenIn(region);
  async function fetchRegion() {
    const response = await fetch(location.href);
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (!fresh || seenIn(fresh) === drawn) return;
    // A press that begins on one button and ends on its successor is none: later, then.
    changedMeanwhile ||= region.matches(':active');
    if (changedMeanwhile) return;
    drawn = seenIn(fresh);
    replace(region, fresh);
    redrawn(region);
  }
}

/** Tokens of forms differ each time and are nothing to be seen. */
function seenIn(region) {
  return region.innerHTML.replace(/name="once" value="[^"]*"/g, '');
}

function replace(region, fresh) {
  const ticked = [...region.querySelectorAll('input:checked')].map(({ name }) => name);
  const folded = new Map([...region.querySelectorAll('details[id]')].map(({ id, open }) => [id, open]));
  const focused = region.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  const anchor = rowInSight(region);
  const top = anchor?.getBoundingClientRect().top;

  region.replaceChildren(...fresh.childNodes);

  for (const name of ticked) {
    const box = name && region.querySelector(`input[name="${CSS.escape(name)}"]`);
    if (box) box.checked = true;
  }
  for (const details of region.querySelectorAll('details[id]')) details.open = folded.get(details.id) ?? details.open;
  if (focused) region.querySelector(focused)?.focus({ preventScroll: true });
  const same = anchor && document.getElementById(anchor.id);
  if (same && scrollY > 0) scrollBy(0, same.getBoundingClientRect().top - top);
}

/** What finds the same control in the page drawn anew. */
function nameOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name) return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  if (element.matches('summary') && element.parentElement.id) return `#${CSS.escape(element.parentElement.id)} > summary`;
  return element.getAttribute('href') ? `a[href="${CSS.escape(element.getAttribute('href'))}"]` : null;
}

function rowInSight(region) {
  return [...region.querySelectorAll('tr[id]')].find((row) => row.getBoundingClientRect().bottom > 0);
}
