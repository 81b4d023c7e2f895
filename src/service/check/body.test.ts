import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rules } from '../../core/model/index.ts';
import { loadRules } from '../../intake/rules.ts';
import { openStore, type Store } from '../../store/index.ts';
import { made } from '../../store/store.contract.ts';
import type { Context } from '../operation.ts';
import { checkQuotation } from './check-quotation.ts';
import { CheckSession } from './check-session.ts';

const known = loadRules();
const SOURCE = 'invented';
const party = { aliases: [], adjectives: [], capitals: [], until: null, memberOf: null, source: SOURCE };
/** Two invented states, their ministries, an outlet, and the ministers of both. */
const rules: Rules = {
  ...known,
  parties: [
    ...known.parties,
    { ...party, id: 'varnia', name: 'Varnia', kind: 'state', adjectives: ['Varnian', 'варнийс*'], capitals: ['Ostrel', 'Острел*'] },
    { ...party, id: 'kestoria', name: 'Kestoria', kind: 'state', adjectives: ['Kestorian'], capitals: ['Reval City'] },
    { ...party, id: 'varnian-mfa', name: 'Varnian Foreign Ministry', kind: 'ministry', memberOf: 'varnia' },
    { ...party, id: 'varnian-mod', name: 'Varnian Defence Ministry', kind: 'ministry', memberOf: 'varnia' },
    { ...party, id: 'coast-herald', name: 'Coast Herald', kind: 'outlet' },
  ],
  offices: [
    ...known.offices,
    { id: 'varnia-fm', name: 'Foreign Minister of Varnia', aliases: [], organisation: 'varnian-mfa', source: SOURCE },
    { id: 'kestoria-fm', name: 'Foreign Minister of Kestoria', aliases: [], organisation: 'kestoria', source: SOURCE },
  ],
  people: [
    ...known.people,
    { id: 'ilse-marenko', name: 'Ilse Marenko', names: {}, aliases: [], tenures: [{ office: 'varnia-fm', from: '2030', to: '2034', source: SOURCE }], source: SOURCE },
    { id: 'nadia-perrin', name: 'Nadia Perrin', names: {}, aliases: [], tenures: [{ office: 'kestoria-fm', from: '2030', to: '2034', source: SOURCE }], source: SOURCE },
  ],
}; // biome-ignore format: a table
const OURS = 'The ferries will run again before the ice comes.';
const THEIRS = 'The lighthouse belongs to the fishermen of the bay.';
const ASKED = 'Who will pay for the new pier of the harbour?';
const UNKNOWN = 'The tunnel is closed to carriages until the autumn.';
let store: Store;
let session: CheckSession;

beforeAll(async () => {
  store = await openStore(':memory:', { create: true });
  const add = async (name: string, text: string, speaker: string, person: string | null) => {
    const facts = { language: 'en', date: '2031-03-04', outlet: 'Coast Herald' };
    const { capture, derivation } = made(text, name, `/${name}`, facts);
    const { document, turns } = derivation.record;
    document.participants.push({ name: speaker, role: 'official', person, labels: ['A'] });
    for (const t of turns) if (t.voice === 'official') Object.assign(t, { speaker, person });
    await store.put(capture, derivation);
  };
  await add('ours', `Q: ${ASKED}\nA: ${OURS}\n`, 'Ilse Marenko', 'ilse-marenko');
  await add('theirs', `Q: And the light?\nA: ${THEIRS}\n`, 'Nadia Perrin', 'nadia-perrin');
  await add('unknown', `Q: And the tunnel?\nA: ${UNKNOWN}\n`, 'Jan Oster', null);
  session = new CheckSession({ store, rules } as unknown as Context);
});
afterAll(() => store.close());

const BODIES: Record<string, [speaker: string, quote: string, verdict: string, acceptable: boolean]> = {
  'a capital, and its minister': ['Ostrel', OURS, 'verbatim', true],
  'a capital in Russian, and its minister': ['Острель', OURS, 'verbatim', true],
  'a state, and its minister': ['Varnia', OURS, 'verbatim', true],
  'a ministry, and its minister': ['the Varnian Foreign Ministry', OURS, 'verbatim', true],
  'a government by its adjective, and its minister': ['the Varnian government', OURS, 'verbatim', true],
  'a ministry that is not named': ['the ministry', OURS, 'verbatim', true],
  'another ministry of the state': ['the Varnian Defence Ministry', OURS, 'verbatim', false],
  "another state's minister": ['Ostrel', THEIRS, 'misattributed', false],
  "another state's minister under a ministry": ['the Varnian Foreign Ministry', THEIRS, 'misattributed', false],
  "another state's minister under a government": ['the Varnian government', THEIRS, 'misattributed', false],
  'somebody whose side is not known': ['Ostrel', UNKNOWN, 'verbatim', false],
  'who asks': ['Ostrel', ASKED, 'misattributed', false],
  'the newspaper asked': ['the newspaper', ASKED, 'verbatim', true],
  'the interviewer asked': ['the interviewer', ASKED, 'verbatim', true],
  'the newspaper by its name': ['Coast Herald', ASKED, 'verbatim', true],
  'an answer laid to the newspaper': ['the newspaper', OURS, 'misattributed', false],
  'an answer laid to the newspaper by its name': ['Coast Herald', OURS, 'misattributed', false],
  'another newspaper asked': ['Kommersant', ASKED, 'misattributed', false],
};
describe('a body as the speaker', () => {
  for (const [name, [speaker, quote, verdict, acceptable]] of Object.entries(BODIES))
    it(`[V1] ${name}`, async () => {
      const answer = await checkQuotation(session, { quote, speaker });
      expect(answer, JSON.stringify(answer.findings)).toMatchObject({ verdict, acceptable });
    });
});
