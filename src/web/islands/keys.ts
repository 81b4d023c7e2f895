/** Keys on every page: / to search, ? for a list of keys. A key that types somewhere is left alone. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const help = document.querySelector<HTMLDialogElement>('#keys');

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === '/') {
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('main input[name=query]');
    if (field) field.focus();
    else location.assign('/search');
  } else if (event.key === '?' && help) {
    event.preventDefault();
    if (help.open) help.close();
    else help.showModal();
  }
});

export {};
