import type { Publisher } from '../../model/index.ts';
import { knownPublisher } from '../identify/known-publisher.ts';
import { type Detector, type Proposal, WEIGHT } from '../proposal.ts';

/** `boilerplate:` of data/publishers.yaml: furniture lines of the publisher whose page this is. */
export const publisherFurniture: Detector = {
  name: 'publisher-furniture',
  reason: "A publisher's menus and links recur on all its pages; whoever knows them can write them down.",
  detect: ({ text, facts, rules }) => {
    const publisher = knownPublisher(facts, text, rules);
    if (!publisher) return [];
    return patternsOf(publisher).flatMap((pattern) => {
      const proposals: Proposal[] = [];
      for (const m of text.matchAll(pattern)) {
        const start = m.index + (m[0].length - m[0].trimStart().length);
        const end = m.index + m[0].trimEnd().length;
        if (end <= start) continue;
        proposals.push({
          form: 'stretch',
          start,
          end,
          kind: 'boilerplate',
          after: 'resume',
          weight: WEIGHT.zone,
          rule: `publisher-furniture-${publisher.id}`,
        });
      }
      return proposals;
    });
  },
};

const compiled = new WeakMap<Publisher, readonly RegExp[]>();

function patternsOf(publisher: Publisher): readonly RegExp[] {
  const held = compiled.get(publisher);
  if (held) return held;
  const made = publisher.boilerplate.map((source) => new RegExp(source, 'gmu'));
  compiled.set(publisher, made);
  return made;
}
