/** A number in several boxes (`data-boxes`): a full box leads to the next, and a number that is pasted whole fills them all. */
export function boxes(group) {
  const inputs = [...group.querySelectorAll('input')];

  inputs.forEach((input, at) => {
    input.addEventListener('input', ({ inputType }) => {
      const isFull = input.value.length >= input.maxLength && input.selectionStart === input.value.length;
      if (isFull && inputType?.startsWith('insert')) inputs[at + 1]?.select();
    });
    input.addEventListener('paste', (event) => {
      const digits = event.clipboardData.getData('text').replace(/\D/g, '');
      if (digits.length <= input.maxLength) return;
      event.preventDefault();
      fill(inputs.slice(at), digits);
    });
  });
}

function fill(inputs, digits) {
  let rest = digits;
  for (const input of inputs) {
    input.value = rest.slice(0, input.maxLength);
    rest = rest.slice(input.maxLength);
    if (input.value) input.focus();
  }
}
