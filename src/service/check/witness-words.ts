import type { QuoteCheck } from '../../core/model/index.ts';

const TRANSLATIONS: Readonly<Record<string, string>> = {
  original: 'the words as spoken',
  official: 'an official translation',
  other: 'a translation by another hand',
  machine: 'a machine translation',
  unknown: 'translation not stated',
};

/** Which text the words were matched against, in one sentence for a reader; empty where nothing was matched. */
export function witnessWords({ witness, verdict, reason }: Pick<QuoteCheck, 'witness' | 'verdict' | 'reason'>): string {
  if (!witness) return '';
  if (verdict === 'not-found' && reason !== 'not-in-document') return witness.note ?? '';
  const of = [witness.language, TRANSLATIONS[witness.translation] ?? witness.translation].filter(Boolean).join(', ');
  const by = witness.publisher ? ` of ${witness.publisher}` : '';
  const original =
    witness.translation === 'original'
      ? ''
      : witness.originalHeld
        ? ' The original is held.'
        : witness.originalHeld === false
          ? ' The original is not held.'
          : ' Whether it is the original is not stated.';
  const others = witness.versions.filter((v) => v.document !== witness.document);
  const same = others.filter((v) => v.matches).length;
  const more =
    others.length === 0
      ? ''
      : ` ${others.length} other ${others.length === 1 ? 'version is' : 'versions are'} held; ${same === 0 ? 'none has' : same === 1 ? 'one has' : `${same} have`} the same words.`;
  return `Compared with the text${by} (${of}).${original}${more}${witness.note ? ` ${witness.note}` : ''}`;
}
