import { foldName } from '../../text/romanise-name.ts';
import { isOfficeWord, type VoiceWords } from './voice-words.ts';

/** Somebody whom a title or an introduction names as speaking. */
export interface Announced {
  readonly name: string;
  readonly office: string | null;
  /** UTF-16 offset in the text; null when only a sidecar or a fact says it */
  readonly start: number | null;
  readonly end: number | null;
}

const RUN =
  /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’'.-]{0,40}(?:[ \u00a0]{1,2}(?:(?:of|the|for|and|von|van|der|de|di|da|al|bin)[ \u00a0]){0,2}\p{Lu}[\p{L}\p{M}’'.-]{0,40}){0,13}/gu;
const WORD = /\p{Lu}[\p{L}\p{M}’'-]*\.?/gu;
const JOINT = /(?:of|the|for|and)[ \u00a0]$/u;
/** Introductions are short; a longer region is prose about people, not an announcement. */
const MAX_REGION = 4000;

/**
 * Find the people whom a stretch of title or introduction announces: a name after office words (`Deputy Minister Ilse
 * Marenko's interview`) or after an announcing phrase (`interview with Ilse Marenko`). Names merely mentioned do not count.
 */
export function findAnnounced(region: string, offset: number | null, words: VoiceWords): Announced[] {
  const found: Announced[] = [];
  const text = region.slice(0, MAX_REGION);
  for (const run of text.matchAll(RUN)) {
    let office: string[] = [];
    let name: { text: string; start: number; end: number }[] = [];
    const close = () => {
      const long = name.filter((t) => !/^\p{Lu}\.$/u.test(t.text));
      if (
        name.length >= 2 &&
        name.length <= 4 &&
        long.length >= 1 &&
        (office.length || isAnnounced(text, name[0]!.start, words))
      ) {
        const [start, end] = [name[0]!.start, name.at(-1)!.end];
        found.push({
          name: name.map((t) => t.text).join(' '),
          office: office.length ? office.join(' ') : officeBehind(text.slice(end, end + 80), words),
          start: offset === null ? null : offset + start,
          end: offset === null ? null : offset + end,
        });
      }
      office = [];
      name = [];
    };
    for (const m of run[0].matchAll(WORD)) {
      const key = foldName(m[0]).replace(/\.$/, '').replace(/'s$/, '');
      const start = run.index + m.index;
      const printed = m[0].replace(/[’']s$/u, '');
      if (isOfficeWord(key, words) || words.titles.has(key) || words.honorifics.has(key)) {
        if (name.length) close();
        if (!words.honorifics.has(key)) office.push(printed);
      } else if (words.breakers.has(key) || words.bodies.has(key)) {
        close();
      } else if (name.length && JOINT.test(text.slice(0, start))) {
        close();
      } else name.push({ text: printed, start, end: start + printed.length });
      if (m[0] !== printed) close();
    }
    close();
  }
  return found;
}

/** An announcing phrase stands before the name, an honorific or an article between: `Entretien de M. Per Orn`. */
function isAnnounced(text: string, start: number, words: VoiceWords): boolean {
  const before = foldName(text.slice(Math.max(0, start - 60), start))
    .trimEnd()
    .split(/\s+/);
  while (before.length > 0 && words.honorifics.has(before.at(-1)!.replace(/\.$/, ''))) before.pop();
  const lead = ` ${before.join(' ')}`;
  return words.announcing.some((phrase) => lead.endsWith(` ${phrase}`) || lead.endsWith(` ${phrase} the`));
}

/** `…by Ilse Marenko, Spokesperson for the Secretary`: the office behind the name, up to its first small word. */
function officeBehind(text: string, words: VoiceWords): string | null {
  const behind = /^,\s(?:the\s)?((?:\p{Lu}[\p{L}’'-]*\s?){1,5})/u.exec(text)?.[1]?.trim() ?? '';
  return behind.split(' ').some((word) => isOfficeWord(foldName(word), words)) ? behind : null;
}
