import { expect, it } from 'vitest';
import type { Voice } from '../model/index.ts';
import { titleOf } from './supply-title.ts';

const somebody = (role: Voice, name: string | null) => ({ role, name, person: null, labels: [] });
const HEAD = {
  title: null,
  kind: null,
  date: '2024-03-12',
  outlet: null,
  publisher: null,
  republisher: null,
  name: '000_a49a.txt',
  participants: [somebody('official', 'Ilse Marenko')],
};

it.each([
  ['a printed title stands as it is', { title: 'On the lake' }, 'On the lake'],
  ['an interview', { kind: 'interview' }, '[Interview with Ilse Marenko, 12 March 2024]'],
  [
    'somebody asks, so it is an interview',
    { participants: [somebody('interviewer', null), ...HEAD.participants], date: null },
    '[Interview with Ilse Marenko, undated]',
  ],
  [
    'several speak',
    { kind: 'briefing', participants: ['A', 'B', 'C'].map((n) => somebody('official', n)), date: '2024-03' },
    '[Briefing by A and B and others, March 2024]',
  ],
  ['a kind without a form', { kind: 'debate' }, '[Words of Ilse Marenko, 12 March 2024]'],
  [
    'nobody is named: the source, a mirror before what it mirrors',
    { participants: [somebody('reader', 'Karl')], publisher: 'MFA Varnia', republisher: 'The Mirror' },
    '[Untitled text, source The Mirror, 12 March 2024]',
  ],
  ['nothing but a file name', { participants: [], date: null }, '[Untitled text, source 000_a49a.txt, undated]'],
])('%s', (_what, more, title) => expect(titleOf({ ...HEAD, ...more })).toBe(title));
