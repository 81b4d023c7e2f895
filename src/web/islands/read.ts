/**
 * Reading a document: j and k go from turn to turn, c cites the turn one is at, and selected words can be copied with
 * their speaker and link, cited, or looked for elsewhere. What is copied are the characters of the source: the body of a
 * turn holds nothing else, so the text of a selection within it is a slice of the source.
 */
const turns = [...document.querySelectorAll<HTMLElement>('.turn.talk')];
const bar = document.querySelector<HTMLElement>('#bar');
const told = document.querySelector<HTMLElement>('#told');
let at = turns.findIndex((t) => t.classList.contains('linked'));

/** Longest quotation that is handed to another page in an address. */
const MAX_QUOTE = 1500;

interface Piece {
  readonly turn: HTMLElement;
  readonly text: string;
}

function goTo(step: 1 | -1): void {
  const next = Math.min(turns.length - 1, Math.max(0, at + step));
  const turn = turns[next];
  if (!turn) return;
  turns[at]?.classList.remove('now');
  at = next;
  turn.classList.add('now');
  turn.focus({ preventScroll: true });
  turn.scrollIntoView({ block: 'start' });
}

/** The selected words, turn by turn, each exactly as the source has them. */
function selectedPieces(): Piece[] {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  const pieces: Piece[] = [];
  for (const turn of document.querySelectorAll<HTMLElement>('.turn')) {
    const body = turn.querySelector('.body');
    if (!body || !range.intersectsNode(body)) continue;
    const own = document.createRange();
    own.selectNodeContents(body);
    if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0)
      own.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset);
    const text = own.toString().trim();
    if (text !== '') pieces.push({ turn, text });
  }
  return pieces;
}

/** “Words.” Speaker, 6 January 2022, Title. Address */
function withSource(pieces: readonly Piece[]): string {
  const about = document.querySelector<HTMLElement>('#text')?.dataset ?? {};
  const first = pieces[0]!.turn;
  const words = pieces.map(({ turn, text }) =>
    pieces.length > 1 ? `${turn.dataset.name ?? ''}: “${text}”` : `“${text}”`,
  );
  const name = pieces.length > 1 ? '' : first.dataset.name;
  // an address of this machine leads nobody else anywhere: the source's own address and the id do
  const isLocal = /^(?:localhost|127\.|\[::1\])/.test(location.hostname);
  const ours = isLocal ? first.dataset.id : new URL(`${first.dataset.link}`, location.href).href;
  const lines = [...words, `${[name, about.day, about.title].filter(Boolean).join(', ')}.`, about.url, ours];
  return lines.filter(Boolean).join('\n');
}

function tell(message: string): void {
  if (!told) return;
  told.textContent = message;
  setTimeout(() => {
    told.textContent = '';
  }, 4000);
}

function showBar(): void {
  if (!bar) return;
  const pieces = selectedPieces();
  bar.hidden = pieces.length === 0;
  if (bar.hidden) return;
  const { turn, text } = pieces[0]!;
  const [cite, check] = bar.querySelectorAll('a');
  cite!.href = `/cite?id=${encodeURIComponent(turn.dataset.id ?? '')}`;
  check!.href = `/check?quote=${encodeURIComponent(text.slice(0, MAX_QUOTE))}`;
  const box = getSelection()!.getRangeAt(0).getBoundingClientRect();
  bar.style.left = `${Math.max(8, Math.min(box.left, innerWidth - bar.offsetWidth - 8)) + scrollX}px`;
  const above = box.top - bar.offsetHeight - 8;
  bar.style.top = `${(above > 0 ? above : box.bottom + 8) + scrollY}px`;
}

bar?.querySelector('button')?.addEventListener('click', () => {
  const pieces = selectedPieces();
  if (pieces.length === 0) return;
  navigator.clipboard.writeText(withSource(pieces)).then(
    () => tell('Copied, with speaker, day and link.'),
    () => tell('This browser does not let a page copy. Select the words and copy them by key.'),
  );
});

document.addEventListener('selectionchange', () => {
  clearTimeout(pending);
  pending = setTimeout(showBar, 180);
});
let pending: ReturnType<typeof setTimeout> | undefined;

document.addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement | null;
  if (event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? ''))
    return;
  if (event.key === 'j') goTo(1);
  else if (event.key === 'k') goTo(-1);
  else if (event.key === 'c' && turns[at])
    location.assign(`/cite?id=${encodeURIComponent(turns[at]?.dataset.id ?? '')}`);
  else if (event.key === 'Escape' && bar) bar.hidden = true;
});

export {};
