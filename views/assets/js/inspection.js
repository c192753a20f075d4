/**
 * The side of an inspected consent screen (`data-inspection`): what comes of the ticks follows them. The server works it out,
 * by the rules that the login and kapi work by; the form itself stays as it is.
 */
export function inspection(side) {
  const form = document.querySelector('form[data-consent]');
  let drawn = new URLSearchParams(location.search).toString();
  let asking = false;

  /** The address of this page with these ticks. */
  function address() {
    const query = new URLSearchParams(location.search);
    for (const box of form.querySelectorAll('input[name]')) query.delete(box.name);
    query.set('inspect', 'on');
    for (const [name, value] of new FormData(form)) query.append(name, value);
    return query.toString();
  }

  async function follow() {
    if (asking) return;
    asking = true;
    while (drawn !== address()) {
      drawn = address();
      await draw(drawn).catch(() => undefined); // the next tick asks again
    }
    asking = false;
  }

  async function draw(query) {
    const response = await fetch(`${location.pathname}?${query}`);
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const parts = page.querySelectorAll('[data-inspection] [data-follows]');
    side.querySelectorAll('[data-follows]').forEach((part, at) => parts[at] && part.replaceChildren(...parts[at].childNodes));
  }

  form.addEventListener('change', () => void follow());
  // A button that ticks all changes boxes without saying so.
  form.addEventListener('click', () => void follow());
  addEventListener('pageshow', () => void follow());
}
