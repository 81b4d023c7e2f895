import { sentencesOf } from './cases.ts';
import { loadBriefings, loadSpeeches, type Transcript } from './corpus.ts';
import { recombine } from './recombine.ts';

/** Documents of which all quotations are taken, with those held out of the record and those that may stand round them. */
export function splitCorpus(sentences: number): { asked: Transcript[]; others: Transcript[]; heldOut: Transcript[] } {
  const real = [...loadSpeeches(), ...loadBriefings()];
  const asked: Transcript[] = [];
  let held = 0;
  for (const d of real.filter((_, i) => i % 4 === 1)) {
    if (held > 0.9 * sentences) break;
    asked.push(d);
    held += sentencesOf([d]).length;
  }
  return {
    asked,
    others: real.filter((_, i) => i % 4 !== 1 && i % 33 !== 0),
    heldOut: real.filter((_, i) => i % 33 === 0 && i % 4 !== 1),
  };
}

/** The asked documents, then other real ones, then made ones, until there are so many sentences. */
export function* growCorpus(wanted: number, asked: readonly Transcript[], others: readonly Transcript[]) {
  let sentences = 0;
  for (const d of [...asked, ...others]) {
    if (sentences >= wanted) return;
    sentences += sentencesOf([d]).length;
    yield d;
  }
  if (sentences < wanted) yield* recombine([...asked, ...others], wanted - sentences);
}
