import { expect, it } from 'vitest';
import type { DocumentHead } from '../../core/model/index.ts';
import { loadRules } from '../../intake/rules.ts';
import type { Store } from '../../store/port.ts';
import { nameDocument } from './name-document.ts';

const rules = loadRules();
const head = (id: string, date: string | null, title: string, name: string, speaker: string) =>
  ({
    id: `ver:${id}`,
    event: `doc:${id}`,
    date,
    title,
    name,
    outlet: null,
    translation: 'original',
    completeness: 'full',
    republisher: null,
    participants: [{ name: speaker, role: 'official', person: null, labels: [] }],
  }) as unknown as DocumentHead;
const HEADS = [
  head(
    'a1',
    '2031-04-11',
    'Interview of the Minister with the Courier',
    'record/2031-04-11-courier.html',
    'Ilse Marenko',
  ),
  head('a2', '2031-06-06', 'Briefing on the strait', 'record/2031-06-06-briefing.txt', 'Anka Doral'),
  head('a3', '2031-09-14', 'Briefing on the embassies', 'record/2031-09-14-briefing.txt', 'Ilse Marenko'),
];
const store = {
  address: 'a record',
  findIds: async (prefix: string) => HEADS.map((h) => h.id).filter((id) => id.startsWith(prefix)),
  heads: async () => HEADS,
  revision: async () => '1',
} as unknown as Store;

it.each([
  ['ver:a2', 'ver:a2'],
  ['ver:a2/t-5f2c91', 'ver:a2'],
  ['ver:a2@r1', 'ver:a2'],
  ['2031-04-11-courier.html', 'ver:a1'],
  ['2031-04-11-courier', 'ver:a1'],
  ['2031-06', 'ver:a2'],
  ['briefing embassies', 'ver:a3'],
  ['Anka Doral', 'ver:a2'],
  ['latest', 'ver:a3'],
  ['latest Doral', 'ver:a2'],
])('%s is one text', async (given, id) => {
  expect(await nameDocument(store, rules, given)).toBe(id);
});

it.each([
  ['briefing', /2 texts are meant.*\n.*2031-09-14 {2}Briefing on the embassies\n.*Briefing on the strait/],
  ['2031', /3 texts are meant/],
  ['Oskar Lind', /no id, file name, day, title or speaker/],
  ['latest Lind', /no id/],
])('%s is told what it may mean', async (given, message) => {
  await expect(nameDocument(store, rules, given)).rejects.toThrow(message);
});
