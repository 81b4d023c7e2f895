import { randomOf } from './cases.ts';
import type { Transcript } from './corpus.ts';

/** Sentences of a made document, about those of a briefing. */
const SENTENCES = 190;
const SPEAKERS = 400;

/**
 * As many documents more as are asked for, made of real sentences: each begins as one sentence and goes over into another
 * where both have the same two words in a row, once or twice. So every word pair is real and as frequent as in speech, and most
 * triples are; only the vocabulary does not grow as it would. The same documents on every machine.
 */
export function* recombine(docs: readonly Transcript[], sentences: number): Generator<Transcript> {
  const random = randomOf(77);
  const pool: string[][] = [];
  for (const d of docs)
    for (const s of d.text.match(/[^.!?\n]{20,300}[.!?]/g) ?? []) {
      const words = s.trim().split(/\s+/);
      if (words.length >= 6) pool.push(words);
    }
  // where a pair of words goes on: sentence * 64 + position
  const pairs = new Map<string, number[]>();
  pool.forEach((words, n) => {
    for (let i = 1; i + 2 < Math.min(64, words.length); i++) {
      const key = `${words[i]} ${words[i + 1]}`;
      const list = pairs.get(key);
      if (!list) pairs.set(key, [n * 64 + i]);
      else if (list.length < 200) list.push(n * 64 + i);
    }
  });
  const make = (): string => {
    let words = pool[Math.floor(random() * pool.length)]!;
    for (let turns = 1 + Math.floor(random() * 2); turns > 0; turns--) {
      const at = 1 + Math.floor(random() * (words.length - 3));
      const list = pairs.get(`${words[at]} ${words[at + 1]}`);
      if (!list || at + 2 >= words.length) continue;
      const to = list[Math.floor(random() * list.length)]!;
      words = [...words.slice(0, at), ...pool[Math.floor(to / 64)]!.slice(to % 64)];
    }
    return words.slice(0, 60).join(' ');
  };
  for (let made = 0, n = 0; made < sentences; made += SENTENCES, n++) {
    let text = '';
    const turns: { speaker: string; start: number; body: number; end: number }[] = [];
    while (turns.length < SENTENCES / 5) {
      const start = text.length;
      for (let k = 0; k < 5; k++) text += `${make()} `;
      text += '\n\n';
      turns.push({ speaker: `Speaker ${(n * 7 + turns.length) % SPEAKERS}`, start, body: start, end: text.length });
    }
    const date = `${1990 + (n % 30)}-0${1 + (n % 9)}-1${n % 10}`;
    yield { id: `ver:made${n}`, date, language: 'en', text, turns };
  }
}
