/** A field for a file (`data-drop`): one may be dropped on all of it, and one that would be refused is not sent at all. */
export function dropping(field) {
  const input = field.querySelector('input[type="file"]');
  const error = field.querySelector('[data-file-error]');

  const say = (words) => {
    error.textContent = words;
    error.hidden = words === '';
  };
  const check = () => {
    const [file] = input.files;
    const words = file ? refusalOf(file, input.accept, field.dataset) : '';
    if (words) input.value = '';
    say(words);
  };

  input.addEventListener('change', check);
  field.addEventListener('dragover', (event) => {
    event.preventDefault();
    field.classList.add('over');
  });
  field.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!field.contains(relatedTarget)) field.classList.remove('over');
  });
  field.addEventListener('drop', (event) => {
    event.preventDefault();
    field.classList.remove('over');
    const [file] = event.dataTransfer.files;
    if (!file) return;
    const chosen = new DataTransfer();
    chosen.items.add(file);
    input.files = chosen.files;
    check();
  });
}

function refusalOf(file, accept, { limit, tooLarge, wrongKind }) {
  if (file.size > Number(limit)) return tooLarge;
  // A kind that the machine does not know is left to the server.
  return file.type && !accept.split(',').includes(file.type) ? wrongKind : '';
}
