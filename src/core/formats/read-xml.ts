import type { DecodedSource, Reading } from '../model/index.ts';
import { aknVocabulary } from './xml/akoma-ntoso.ts';
import { aknClues, teiClues } from './xml/clues.ts';
import { elementsOf, parseXml, type XmlNode } from './xml/parse-xml.ts';
import type { Vocabulary } from './xml/roles.ts';
import { teiVocabulary } from './xml/tei.ts';
import { walkXml } from './xml/walk-xml.ts';

const GENERIC: Vocabulary = { reader: 'xml/1', roleOf: () => null };

/**
 * XML: TEI (ParlaMint, parla-CLARIN) and Akoma Ntoso by their meaning, any other vocabulary as its text in order.
 * Blocks carry `utterance` where the markup says who speaks.
 */
export function readXml(source: DecodedSource): Reading {
  const { root, findings } = parseXml(source.text ?? '');
  const { vocabulary, clues } = vocabularyOf(root);
  const { text, blocks, marks, findings: gaps } = walkXml(root, vocabulary);
  return {
    reader: vocabulary.reader,
    text,
    blocks,
    marks,
    clues: [...(source.clues ?? []), ...clues],
    findings: [...source.findings, ...findings, ...gaps],
  };
}

function vocabularyOf(root: XmlNode) {
  const top = elementsOf(root)[0];
  if (top?.name === 'TEI' || top?.name === 'teiCorpus' || top?.ns === 'http://www.tei-c.org/ns/1.0')
    return { vocabulary: teiVocabulary(root), clues: teiClues(root) };
  if (top?.name === 'akomaNtoso') return { vocabulary: aknVocabulary(root), clues: aknClues(root) };
  return { vocabulary: GENERIC, clues: [] };
}
