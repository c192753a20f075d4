/** A box with `data-check-all` ticks every other box of its form, and says how far they are ticked. */
export function checkAll(label) {
  const all = label.querySelector('input');
  const form = label.closest('form');
  const others = () => [...form.querySelectorAll('tbody input[type="checkbox"]')];

  function say() {
    const ticked = others().filter(({ checked }) => checked).length;
    all.checked = ticked > 0 && ticked === others().length;
    all.indeterminate = ticked > 0 && !all.checked;
  }

  all.addEventListener('change', () => others().forEach((box) => (box.checked = all.checked)));
  for (const box of others()) box.addEventListener('change', say);
  say();
}
