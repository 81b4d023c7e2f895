import type { Passage, PassageTurn } from './passage.ts';

/** A place of the record where a quotation may come from. */
export interface Candidate {
  /** place of the word that would be the quotation's first; may lie before the document's first word */
  readonly place: number;
  /** a place where a word of it really stands: tells the document */
  readonly met: number;
  /** the quotation's words q0..q1 that were met here */
  readonly q0: number;
  readonly q1: number;
  /** sum over the words met here of log2(words of the record / places of the word's gram) */
  readonly bits: number;
  /** the words stand here one after the other, as far as their hashes tell */
  readonly isExact: boolean;
}

export interface CandidateQuery {
  /** hashes of the quotation's words */
  readonly hashes: Uint32Array;
  /** answer with so many at most, and with so many that are word for word */
  readonly limit: number;
  readonly exactLimit: number;
  /** of equally good places those in these documents come first: a common phrase stands in thousands */
  readonly among?: ReadonlySet<string> | null;
  readonly depth: SearchDepth;
}

/**
 * How far to look. `rare`: the whole quotation word for word; where it does not stand, its rare words, which suffice for most.
 * `usual`: every word by the shortest gram that is not too common. `thorough`: also where the words are common: slower, for
 * short quotations and for what is not found otherwise.
 */
export type SearchDepth = 'rare' | 'usual' | 'thorough';

export interface CandidateAnswer {
  readonly candidates: readonly Candidate[];
}

export interface Frequencies {
  /** how many places each word of the quotation has, estimated; 0 is a word the record does not have */
  readonly frequency: readonly number[];
  /** words of the record */
  readonly total: number;
}

/**
 * The quotation index: where in the record words stand. Answers are equal to those of an index built afresh, whatever was
 * added and removed before.
 */
export interface QuoteIndex {
  candidates(query: CandidateQuery): Promise<CandidateAnswer>;
  frequency(hashes: Uint32Array): Promise<Frequencies>;
  /** Everybody who speaks in the record, as its turns name them. */
  speakers(): Promise<readonly { readonly speaker: string | null; readonly person: string | null }[]>;
  /** The words from `from` to `to` (places) as numbers alone: many times cheaper than a passage. Null where no document is. */
  words(from: number, to: number, inside: number): Promise<WordStretch | null>;
  /** The turn in which the word at a place stands. */
  turnAt(place: number): Promise<IndexedTurn | null>;
  /** The words from `from` to `to` (places), with the turns they stand in; null where no document is. */
  passage(from: number, to: number, inside: number): Promise<IndexedPassage | null>;
}

export interface IndexedPassage extends Passage {
  /** place of words[0] */
  readonly place: number;
}

export interface WordStretch {
  readonly document: string;
  /** place of the first of them */
  readonly place: number;
  /** `wordId` of each word's hash */
  readonly ids: Uint32Array;
}

export interface IndexedTurn {
  readonly document: string;
  readonly turn: PassageTurn;
}
