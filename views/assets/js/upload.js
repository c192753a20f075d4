/**
 * A form with `data-uploads` shows how much of its files is on its way. The answer is drawn as the browser would have done:
 * a page that the form leads to is gone to, the form drawn again takes the place of this page.
 */

/** @param redrawn called when the page has been replaced */
export function uploading(form, redrawn) {
  const progress = form.querySelector('[data-progress]');
  let sending = null;

  form.addEventListener('submit', (event) => {
    if (sending) event.preventDefault();
    const hasFile = [...form.querySelectorAll('input[type="file"]')].some(({ files }) => files.length > 0);
    if (event.defaultPrevented || !hasFile) return;
    event.preventDefault();
    show(progress, 0);
    sending = send(form, event.submitter, (percent) => show(progress, percent));
    sending.addEventListener('loadend', () => {
      const { status, responseURL, responseText } = sending;
      sending = null;
      if (status === 0) say(progress, progress.dataset.failed);
      else if (status < 400) location.assign(responseURL);
      else draw(responseText, responseURL, redrawn);
    });
  });
}

function send(form, submitter, tell) {
  const request = new XMLHttpRequest();
  request.upload.addEventListener('progress', ({ loaded, total }) => tell(Math.round((loaded / total) * 100)));
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'text/html');
  request.send(new FormData(form, submitter));
  return request;
}

function show(progress, percent) {
  progress.querySelector('progress').value = percent;
  say(progress, `${progress.dataset.sending} ${percent}%`);
}

function say(progress, words) {
  progress.hidden = false;
  progress.querySelector('[data-words]').textContent = words;
}

function draw(html, url, redrawn) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  history.replaceState(null, '', url);
  document.title = page.title;
  document.body.dataset.theme = page.body.dataset.theme;
  document.body.replaceChildren(...page.body.childNodes);
  scrollTo(0, 0);
  redrawn();
}
