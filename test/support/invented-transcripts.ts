import { createHash } from 'node:crypto';

/** A repeatable stream of numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

const WORDS =
  'we shall answer the draft of our partners once the border commission of Varnia has met in Kestoria this spring and nobody should expect an early date for the ferry line or a treaty on mines before both ministries have studied the protocol that the observers left in the old customs house by the river'.split(
    ' ',
  );
const SPEAKERS = ['Ilse Marenko', 'Jonas Petrak', 'Vera Dolin', 'Anton Rusk'];
const OUTLETS = ['Varnia Herald', 'Radio Kestoria', 'The Ostrava Courier'];

export interface InventedFile {
  readonly name: string;
  readonly text: string;
}

/** Prose of n words that differs with its seed: no five words of two seeds agree but by chance. */
function prose(seed: string, n: number): string {
  const random = randomFrom(createHash('sha256').update(seed).digest().readUInt32LE(0));
  const words = Array.from({ length: n }, () => WORDS[Math.floor(random() * WORDS.length)]!);
  return words
    .map((w, i) => (i % 14 === 0 ? w[0]!.toUpperCase() + w.slice(1) : w) + (i % 14 === 13 || i === n - 1 ? '.' : ''))
    .join(' ');
}

/** One invented interview: two to five questions with their answers, in the form of a saved page or of plain text. */
function interview(i: number, kind: 'txt' | 'html' | 'md', edit = ''): string {
  const random = randomFrom(i * 7919);
  const speaker = SPEAKERS[i % SPEAKERS.length]!;
  const outlet = OUTLETS[i % OUTLETS.length]!;
  const day = `${1 + (i % 28)} March ${2030 + (i % 7)}`;
  const turns = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, k) => [
    `Question: ${prose(`q${i}.${k}`, 12).replace(/\.$/, '?')}`,
    `${speaker}: ${prose(`a${i}.${k}`, 60 + Math.floor(random() * 120))}${edit}`,
  ]).flat();
  const title = `${speaker}’s interview with ${outlet}, ${day}`;
  if (kind === 'html')
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${turns
      .map((t) => `<p>${t}</p>`)
      .join('')}</body></html>`;
  return kind === 'md' ? `# ${title}\n\n${turns.join('\n\n')}\n` : `${title}\n\n${turns.join('\n\n')}\n`;
}

/**
 * Files as an archive has them: interviews in three formats, mirrors of some under another host's words, excerpts,
 * exact duplicates under other names, sidecars, and the same text with a small edit.
 */
export function inventFiles(count: number): InventedFile[] {
  const files: InventedFile[] = [];
  for (let i = 0; files.length < count; i++) {
    const kind = (['txt', 'html', 'md'] as const)[i % 3]!;
    files.push({ name: `interview-${i}.${kind}`, text: interview(i, kind) });
    if (i % 5 === 1)
      files.push({ name: `mirror-of-${i}.txt`, text: `Re-posted from the ministry’s site.\n\n${interview(i, 'txt')}` });
    if (i % 7 === 2) files.push({ name: `a-copy-of-${i}.${kind}`, text: interview(i, kind) });
    if (i % 11 === 3) files.push({ name: `edited-${i}.txt`, text: interview(i, 'txt', ' We mean it.') });
    if (i % 13 === 4)
      files.push({ name: `excerpt-${i}.txt`, text: interview(i, 'txt').split('\n\n').slice(0, 3).join('\n\n') });
  }
  return files.slice(0, count);
}
