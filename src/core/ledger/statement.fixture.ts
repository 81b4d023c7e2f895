import type { Act, Claim, Rules } from '../model/index.ts';
import { readOrdinals } from './propositions/read-numbers.ts';
import { readProposition } from './propositions/read-proposition.ts';
import type { Statement } from './statement.ts';

/** A statement for tests: its words, and what a claim would say of them. */
export interface Said {
  readonly text: string;
  readonly act?: Act;
  readonly modality?: string;
  readonly condition?: boolean;
  readonly date?: string;
  readonly party?: string;
  readonly original?: boolean;
  readonly values?: readonly string[];
  /** names in the words that stand for another side */
  readonly parties?: readonly string[];
  /** the question and the words before it */
  readonly context?: string;
  /** the question that it answers with its first words */
  readonly asked?: string;
  /** the words right after it */
  readonly after?: string;
  readonly topic?: string;
}

/** The statement of one who speaks for Varnia; words are read as the pipeline reads them. */
export function statementSaid(said: Said, rules: Rules): Statement {
  const { text, act = 'assertion', modality = 'indicative', date = '2031-01-01', party = 'varnia' } = said;
  const claim: Claim = {
    id: text,
    turn: 't',
    start: 0,
    end: text.length,
    speaker: 'Ilse Marenko',
    person: 'ilse-marenko',
    voice: 'official',
    topic: said.topic ?? null,
    topics: said.topic ? [said.topic] : [],
    act,
    polarity: 'affirmative',
    modality,
    addressee: null,
    reported: null,
    hedges: [],
    condition: said.condition ? { start: 0, end: 1 } : null,
    inReplyTo: null,
    rule: '',
  };
  const mentions = (said.parties ?? []).map((name) => {
    const start = text.indexOf(name);
    return { kind: 'country' as const, start, end: start + name.length, entity: name.toLowerCase(), name, value: null };
  });
  return {
    claim,
    document: `ver:${date}`,
    event: `doc:${date}`,
    start: 0,
    end: text.length,
    text,
    date,
    language: 'en',
    rendering: { kind: said.original === false ? 'unknown' : 'original', publisher: null },
    party,
    proposition: readProposition(
      {
        text,
        language: 'en',
        mentions,
        context: { text: `${said.asked ?? ''}\n${said.context ?? ''}`, mentions: [] },
        answers: said.asked ? { text: said.asked, mentions: [] } : null,
        after: said.after ?? '',
        party,
      },
      rules,
    ),
    entities: new Set(),
    values: new Set([...(said.values ?? []), ...readOrdinals(text, 'en', rules)]),
    question: null,
    asked: new Set(),
  };
}
