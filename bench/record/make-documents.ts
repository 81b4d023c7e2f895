import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { needCorpus } from '../corpora.ts';

/** Deterministic numbers in 0..1 (mulberry32), so that each run makes the same documents. */
function randomFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Questions with their answers, and the label of each who answers, from the press briefings of the `scale` corpus. */
function exchangesOf(): string[] {
  const zip = unzipSync(new Uint8Array(readFileSync(`${needCorpus('scale')}/wh-briefings-2021-2022.zip`)));
  const exchanges: string[] = [];
  for (const name of Object.keys(zip).sort()) {
    if (!name.includes('press-briefings') || !name.endsWith('.md')) continue;
    const body = new TextDecoder().decode(zip[name]).replace(/^---[\s\S]*?\n---\n/, '');
    for (const part of body.split(/\n(?=Q[ \u00a0]{2})/).slice(1))
      if (/\n[A-Z]{2,}[A-Z. ]*:/.test(part) && part.length > 200 && part.length < 3000) exchanges.push(part.trim());
  }
  return exchanges;
}

/** Days that stand in the text move with the document. */
const YEARS = /\b20(?:2[0-3])\b/g;

/**
 * `count` briefings of `exchanges` questions and answers each, drawn at random over the whole corpus, so that no two are
 * texts of one event; days spread over ten years, years in the words moved along, those who answer by one of three hundred
 * invented names in every second document. Gives Markdown with a head, by name.
 */
export function* makeDocuments(count: number, exchanges = 9): Generator<{ name: string; text: string }> {
  const pool = exchangesOf();
  const surnames = Array.from({ length: 300 }, (_, i) => invent(i));
  for (let n = 0; n < count; n++) {
    const random = randomFrom(n + 1);
    const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 3650) * 86_400_000).toISOString().slice(0, 10);
    const surname = n % 2 ? surnames[Math.floor(random() * surnames.length)]! : null;
    const body = Array.from({ length: exchanges }, () => pool[Math.floor(random() * pool.length)]!)
      .join('\n\n')
      .replace(YEARS, String(Number(day.slice(0, 4)) + (n % 3) - 1))
      .replace(/^((?:MS|MR|DR|SECRETARY)\.? )[A-Z]+(?=:)/gm, (label, title) => (surname ? title + surname : label));
    const head = `---\ndate: '${day}'\nsource_url: https://briefings.example/${n}\ntitle: "Press Briefing ${n + 1}"\n---\n`;
    yield { name: `briefing-${String(n).padStart(5, '0')}.md`, text: `${head}\n${body}\n` };
  }
}

/** A surname nobody is known by, in capitals as labels are printed. */
function invent(i: number): string {
  const [first, middle, last] = [
    ['BAR', 'DEL', 'FEN', 'GOR', 'HAL', 'KES', 'LIN', 'MAR', 'NOR', 'TAR'],
    ['A', 'E', 'I', 'O', 'U', 'AN'],
    ['VIK', 'SEN', 'DOV', 'RAN', 'LUND'],
  ] as const;
  return first[i % 10]! + middle[Math.floor(i / 10) % 6]! + last[Math.floor(i / 60) % 5]!;
}
