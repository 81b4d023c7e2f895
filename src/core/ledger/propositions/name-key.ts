import type { Mention } from '../../model/index.ts';

/** What a key is made from. */
export type Named = Pick<Mention, 'kind' | 'start' | 'end' | 'entity' | 'name' | 'value'>;

const NAMES: ReadonlySet<string> = new Set([
  'person',
  'organization',
  'country',
  'place',
  'instrument',
  'event',
  'weapon',
]);

/** The key of a name (`@id`), a number or a day (`#count:31 flight`); null for what cannot be resolved. */
export function keyOf(m: Named): string | null {
  if (NAMES.has(m.kind)) return m.entity || m.name ? `@${m.entity ?? m.name}` : null;
  if ((m.kind === 'count' || m.kind === 'date') && m.value !== null && !/_REF$/.test(m.value))
    return `#${m.kind}:${m.value}`;
  return null;
}
