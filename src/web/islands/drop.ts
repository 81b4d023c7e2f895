/** The little of the browser that this island touches. */
interface DropForm {
  classList: { toggle(name: string, force: boolean): void };
  addEventListener(
    type: string,
    listen: (event: { preventDefault(): void; dataTransfer: { files: { length: number } } | null }) => void,
  ): void;
  querySelector(selector: string): { files: unknown; focus(): void } | null;
}

/** Files dropped anywhere on the form go into its file field. Without script the field itself takes them. */
export function drop(): void {
  const page = globalThis as unknown as { document: { querySelectorAll(selector: string): Iterable<DropForm> } };
  for (const form of page.document.querySelectorAll('form[data-drop]')) {
    const mark = (isOver: boolean) => form.classList.toggle('over', isOver);
    form.addEventListener('dragover', (event) => {
      event.preventDefault();
      mark(true);
    });
    form.addEventListener('dragleave', () => mark(false));
    form.addEventListener('drop', (event) => {
      const input = form.querySelector('input[type=file]');
      mark(false);
      if (!input || !event.dataTransfer?.files.length) return;
      event.preventDefault();
      input.files = event.dataTransfer.files;
      input.focus();
    });
  }
}
