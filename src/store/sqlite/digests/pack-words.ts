import type { Proposition } from '../../../core/ledger/propositions/proposition.ts';
import type { Statement } from '../../../core/ledger/statement.ts';
import type { Claim, DocumentHead } from '../../../core/model/index.ts';

/**
 * Statements as JSON lists, fields in a fixed order: names would be most of it, and what all statements of a turn share (its
 * speaker, the question) stands once. The compiler sees that no field is forgotten: what is added to a statement fails here.
 */
type Scene = readonly [
  turn: string,
  inReplyTo: string | null,
  voice: Claim['voice'],
  speaker: string | null,
  person: string | null,
  party: string | null,
  question: string | null,
  asked: readonly string[],
];
type Said = readonly [
  scene: number,
  start: number,
  end: number,
  id: string,
  topic: string | null,
  topics: string[],
  act: Claim['act'],
  polarity: Claim['polarity'],
  modality: string,
  addressee: string | null,
  reported: string | null,
  hedges: string[],
  condition: Claim['condition'],
  rule: string,
  text: string,
  entities: readonly string[],
  values: readonly string[],
  proposition: Meant,
];
type Mates = readonly (readonly [act: string, keys: readonly string[]])[];
type Meant = readonly [
  keys: readonly (readonly [string, -1 | 0 | 1])[],
  denied: readonly string[],
  ceiling: number | null,
  withActs: Mates,
  behindActs: Mates,
  owners: readonly (readonly [string, string])[],
  context: readonly string[],
  actor: string | null,
  turns: Proposition['turns'] extends ReadonlySet<infer T> ? readonly T[] : never,
  deeds: readonly string[],
];

/** Every field was taken. */
type Nothing = Readonly<Record<string, never>>;

/** Some statements of one version as JSON. */
export function writeStatements(statements: readonly Statement[]): string {
  const scenes = new Map<string, number>();
  const said = statements.map((statement): Said => {
    const { claim, text, party, proposition, entities, values, question, asked, ...head } = statement;
    const { document: _, event: __, start: ___, end: ____, date, language, rendering, ...none } = head;
    none satisfies Nothing;
    const { turn, inReplyTo, voice, speaker, person, start, end, id, topic, topics, act, polarity, ...manner } = claim;
    const { modality, addressee, reported, hedges, condition, rule, ...nothing } = manner;
    nothing satisfies Nothing;
    const scene = JSON.stringify([
      turn,
      inReplyTo,
      voice,
      speaker,
      person,
      party,
      question,
      [...asked],
    ] satisfies Scene);
    if (!scenes.has(scene)) scenes.set(scene, scenes.size);
    return [
      scenes.get(scene)!,
      start,
      end,
      id,
      topic,
      topics,
      act,
      polarity,
      modality,
      addressee,
      reported,
      hedges,
      condition,
      rule,
      text,
      [...entities],
      [...values],
      meantBy(proposition),
    ];
  });
  return `[[${[...scenes.keys()].join(',')}],${JSON.stringify(said)}]`;
}

function meantBy(proposition: Proposition): Meant {
  const { keys, denied, ceiling, withActs, behindActs, owners, context, actor, turns, deeds, ...none } = proposition;
  none satisfies Nothing;
  return [
    [...keys],
    [...denied],
    ceiling,
    [...withActs].map(([act, mates]) => [act, [...mates]]),
    [...behindActs].map(([act, mates]) => [act, [...mates]]),
    [...owners],
    [...context],
    actor,
    [...turns],
    [...deeds],
  ];
}

/** Statements from their JSON, each made when it is asked for by its place in the list, with what their version's head says today. */
export function openStatements(json: string, head: DocumentHead): (place: number) => Statement {
  const [scenes, said] = JSON.parse(json) as [Scene[], Said[]];
  return (place) => statementOf(said[place]!, scenes, head);
}

function statementOf(said: Said, scenes: readonly Scene[], head: DocumentHead): Statement {
  const [scene, start, end, id, topic, topics, act, polarity, modality, addressee, reported, hedges] = said;
  const [turn, inReplyTo, voice, speaker, person, party, question, asked] = scenes[scene]!;
  return {
    claim: {
      start,
      end,
      id,
      turn,
      speaker,
      person,
      voice,
      topic,
      topics,
      act,
      polarity,
      modality,
      addressee,
      reported,
      hedges,
      condition: said[12],
      inReplyTo,
      rule: said[13],
    },
    document: head.id,
    event: head.event,
    start,
    end,
    text: said[14],
    date: head.date ?? head.published,
    language: head.language?.split('-')[0] ?? 'en',
    rendering: { kind: head.translation, publisher: head.publisher },
    party,
    proposition: propositionOf(said[17]),
    entities: new Set(said[15]),
    values: new Set(said[16]),
    question,
    asked: new Set(asked),
  };
}

function propositionOf(meant: Meant): Proposition {
  const [keys, denied, ceiling, withActs, behindActs, owners, context, actor, turns, deeds] = meant;
  return {
    keys: new Map(keys),
    denied: new Set(denied),
    ceiling,
    withActs: matesOf(withActs),
    behindActs: matesOf(behindActs),
    owners: new Map(owners),
    context: new Set(context),
    actor,
    turns: new Set(turns),
    deeds: new Set(deeds),
  };
}
const matesOf = (mates: Mates) => new Map(mates.map(([act, keys]) => [act, new Set(keys)]));
