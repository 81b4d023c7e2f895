import { labelsOf } from '../labels/labels-of.ts';
import type { Detector, Proposal } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';
import { foldLabel, listOf, type VoiceWords } from '../voice-words.ts';

// A heading of a note is short, and so is a caption with its credit; a note in brackets is a paragraph at most.
const MAX_HEADING_WORDS = 6;
const MAX_CREDIT_WORDS = 40;
const MAX_NOTE = 1500;

/**
 * What a publisher sets between or under the turns and says so: `Editor's note: …`, `Background: …`, `About the author`,
 * `Photo: Jon Bole`, `[This made headlines. — ed.]`. After a note nobody is speaking until the next label.
 */
export const editorNotes: Detector = {
  name: 'editor-notes',
  reason: "An editor's note stands under an answer like a further paragraph of it; its first words tell it.",
  detect: (scene) => {
    const labels = new Set(labelsOf(scene).map((p) => p.start));
    const proposals: Proposal[] = [];
    for (const block of scene.blocks) {
      if (!isOpen(block) || labels.has(block.start)) continue;
      const found = readNote(scene.text.slice(block.start, Math.min(block.end, block.start + MAX_NOTE)), scene.words);
      if (!found) continue;
      const { start, end } = block;
      proposals.push({ form: 'stretch', start, end, weight: WEIGHT.form, ...found });
    }
    return proposals;
  },
};

type Found = Pick<Extract<Proposal, { form: 'stretch' }>, 'kind' | 'after' | 'rule'>;

function readNote(text: string, words: VoiceWords): Found | null {
  const folded = foldLabel(text).replace(/^[^\p{L}\p{N}]+/u, '');
  const colon = /^([^:]{2,60}?)\s?:(?:\s|$)/.exec(folded)?.[1];
  const length = folded.split(' ').length;
  if (colon !== undefined && listOf(words, 'note-labels').has(colon))
    return { kind: 'commentary', after: 'close', rule: 'editor-note' };
  if (length <= MAX_HEADING_WORDS && listOf(words, 'note-headings').has(folded.replace(/[^\p{L}\p{N})]+$/u, '')))
    return { kind: 'heading', after: 'close', rule: 'heading-of-a-note' };
  if (length <= MAX_CREDIT_WORDS && (holdsCredit(folded, words) || namesAsker(text, folded, words)))
    return { kind: 'boilerplate', after: 'resume', rule: 'credit' };
  if (text.length < MAX_NOTE && isSigned(text, folded, words))
    return { kind: 'commentary', after: 'resume', rule: 'note-in-brackets' };
  return null;
}

/** `Ilse Marenko in her office. Photo: Jon Bole` */
function holdsCredit(folded: string, words: VoiceWords): boolean {
  const credits = listOf(words, 'credit-labels');
  for (const m of folded.matchAll(/(?:^|[.!?)|/(]\s{0,2})([\p{L}\s/]{3,20}?)\s?:\s/gu))
    if (credits.has(m[1]!)) return true;
  return false;
}

// "Interviewed by Anna Cole and Per Orn for Varnia Today."
const MAX_ASKER_WORDS = 12;

/** `Interviewed by Anna Cole.`: the words that credit who asked, and behind them a name. */
function namesAsker(text: string, folded: string, words: VoiceWords): boolean {
  if (folded.split(' ').length > MAX_ASKER_WORDS) return false;
  for (const phrase of listOf(words, 'asked-by'))
    if (
      folded.startsWith(`${phrase} `) &&
      /^[\s:]*\p{Lu}\p{L}+/u.test(text.slice(text.length - folded.length + phrase.length))
    )
      return true;
  return false;
}

/** A whole paragraph in brackets that an editor signs: `[ … — ed.]`, `(… — Прим. ред.)` */
function isSigned(text: string, folded: string, words: VoiceWords): boolean {
  if (!/^[[(][\s\S]*[\])]\.?$/.test(text.trim())) return false;
  const signed = /[–—-]\s?([^–—-]{2,30}?)[\s.]*[\])]\.?$/.exec(folded)?.[1];
  return signed !== undefined && listOf(words, 'note-signatures').has(signed);
}
