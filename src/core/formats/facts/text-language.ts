import type { FactScene, Found } from './fact-scene.ts';

/** Words looked at; a page of a thousand shows its language as well as a page of a million. */
const SAMPLE_WORDS = 3000;
/** Stop words are a third to a half of running prose; a tenth is enough to be sure, less is not prose of that language. */
const LEAST_SHARE = 0.06;
/** The best must lead the second by this factor: Portuguese and Spanish share half their stop words. */
const LEAD = 1.15;

/**
 * The language of the text itself: by script where the script tells, else by stop words. The page's own `lang` breaks ties
 * and stands in for languages we have no words of; where the words speak clearly, they win. BCP 47, primary tag only.
 */
export function findLanguage(scene: FactScene): Found | null {
  const clue = scene.clues.find((c) => c.field === 'language');
  const declared = clue ? (/^[a-z]{2,3}(?=$|[-_])/.exec(clue.value.trim().toLowerCase())?.[0] ?? null) : null;
  const seen = languageOf(sample(scene), scene);
  if (seen && (!declared || seen.language === declared || seen.sure)) return { value: seen.language, rule: seen.rule };
  if (declared) return { value: declared, start: clue!.start, end: clue!.end, rule: clue!.rule };
  return seen ? { value: seen.language, rule: seen.rule } : null;
}

/** Prose first: menus are often in another language than the article. */
function sample(scene: FactScene): string {
  let out = '';
  for (const block of scene.blocks) {
    if (out.length > SAMPLE_WORDS * 8) break;
    if (block.zone === 'boilerplate' || block.zone === 'comment' || block.rule === 'front-matter') continue;
    out += `${scene.text.slice(block.start, Math.min(block.end, block.start + SAMPLE_WORDS * 8))}\n`;
  }
  return out;
}

function languageOf(text: string, scene: FactScene): { language: string; sure: boolean; rule: string } | null {
  const words =
    text
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}'’]*/gu)
      ?.slice(0, SAMPLE_WORDS) ?? [];
  if (words.length < 5) return null;
  const script = scriptOf(text);
  if (script) return { language: script, sure: true, rule: 'script' };
  const counts: { language: string; share: number }[] = [];
  for (const [language, cues] of Object.entries(scene.rules.cues)) {
    const stop = new Set(cues.pages?.['stop-words'] ?? []);
    if (!stop.size) continue;
    // as many words for each, so that a longer list is no advantage
    counts.push({ language, share: words.filter((w) => stop.has(w)).length / words.length });
  }
  counts.sort((a, b) => b.share - a.share || (a.language < b.language ? -1 : 1));
  const [best, second] = counts;
  if (!best || best.share < LEAST_SHARE || best.share < (second?.share ?? 0) * LEAD) return null;
  return {
    language: best.language,
    sure: words.length >= 40 && best.share > (second?.share ?? 0) * 1.5,
    rule: 'stop-words',
  };
}

/** Scripts that one language alone uses, of those our readers meet; Cyrillic and Latin are left to the words. */
function scriptOf(text: string): string | null {
  const part = text.slice(0, 20_000);
  const count = (pattern: RegExp) => part.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  const over = (pattern: RegExp) => count(pattern) > letters * 0.3;
  if (over(/[\u3040-\u30ff]/gu)) return 'ja';
  if (over(/[\uac00-\ud7af]/gu)) return 'ko';
  if (over(/\p{Script=Greek}/gu)) return 'el';
  if (over(/\p{Script=Hebrew}/gu)) return 'he';
  if (over(/\p{Script=Georgian}/gu)) return 'ka';
  if (over(/\p{Script=Armenian}/gu)) return 'hy';
  if (over(/\p{Script=Thai}/gu)) return 'th';
  if (over(/\p{Script=Han}/gu)) return count(/[\u3040-\u30ff]/gu) > letters * 0.02 ? 'ja' : 'zh';
  return null;
}
