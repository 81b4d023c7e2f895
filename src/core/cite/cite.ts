import { z } from 'zod';
import type { CiteFacts } from './collect-facts.ts';
import { bibtex, ris, wiki } from './databases.ts';
import { apa, chicago, plain } from './styles.ts';
import { toCsl } from './to-csl.ts';

export const CITE_STYLES = ['plain', 'chicago', 'apa', 'bibtex', 'ris', 'csl-json', 'wiki'] as const;
export const CiteStyle = z.enum(CITE_STYLES);
export type CiteStyle = z.infer<typeof CiteStyle>;

const WRITERS: Readonly<Record<CiteStyle, (facts: CiteFacts) => string>> = {
  plain,
  chicago,
  apa,
  bibtex,
  ris,
  'csl-json': (facts) => JSON.stringify([toCsl(facts)], null, 2),
  wiki,
};

/** A citation in one style, ready to paste. */
export const writeCitation = (facts: CiteFacts, style: CiteStyle): string => WRITERS[style](facts);
