/** Files dropped anywhere on the form go into its file field. Without script the field itself takes them. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-drop]')) {
  const mark = (isOver: boolean) => form.classList.toggle('over', isOver);
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  form.addEventListener('dragleave', () => mark(false));
  form.addEventListener('drop', (event) => {
    const input = form.querySelector<HTMLInputElement>('input[type=file]');
    mark(false);
    if (!input || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    input.focus();
  });
}

export {};
