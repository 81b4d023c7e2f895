import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { partiesNamed, partyNamed, personNamed, thingNamed, topicNamed } from './named.ts';
import { speakerNames } from './speaker-names.ts';

const rules = loadRules(undefined, fileURLToPath(new URL('../../../samples/data', import.meta.url)));

it.each<[name: string, party: string | undefined]>([
  ['Varnia', 'varnia'],
  ['varnia', 'varnia'],
  ['the Varnian side', 'varnia'],
  ['Varnia’s', 'varnia'],
  ['Varnian', 'varnia'],
  ['the Varnians', 'varnia'],
  ['Tarsk', 'varnia'],
  ['Варния', 'varnia'],
  ['Варнии', 'varnia'],
  ['ВАРНИЕЙ', 'varnia'],
  ['варнийский', 'varnia'],
  ['варнийскими', 'varnia'],
  ['Тарска', 'varnia'],
  ['МИД Варнии', 'varnia-mfa'],
  ['Министерства иностранных дел Варнии', 'varnia-mfa'],
  ['Министерством иностранных дел Варнии', 'varnia-mfa'],
  ['Foreign Office of Kestoria', 'kestoria-fo'],
  ['Российской Федерации', 'russia'],
  ['РФ', 'russia'],
  ['США', 'united-states'],
  ['Казахстаном', 'kazakhstan'],
  ['Чада', 'chad'],
  // neither a beginning nor a longer name is the name
  ['Varni', undefined],
  ['Варнийченко', undefined],
  ['Даниил', undefined],
  ['Varnia and Kestoria', undefined],
  ['Варния и Кестория', undefined],
  ['', undefined],
  ['the', undefined],
])('the party %j is %s', (name, party) => {
  expect(partyNamed(name, rules)?.id).toBe(party);
});

describe('of several', () => {
  it('a whole name comes before what only begins like it', () => {
    expect(partiesNamed('Чад', rules).map((p) => p.id)).toEqual(['chad']);
    expect(partiesNamed('Гвинея', rules).map((p) => p.id)).toEqual(['guinea']);
  });
  it('every name of the vocabulary names its party', () => {
    const lost = rules.parties.filter((p) => !partiesNamed(p.name, rules).some((found) => found.id === p.id));
    expect(lost.map((p) => p.id)).toEqual([]);
  });
});

it.each<[name: string, id: string | undefined]>([
  ['inspections', 'inspections'],
  ['Extension of the Sarnow Treaty', 'treaty-extension'],
  ['расширения НАТО', 'nato-enlargement'],
  ['стратегической стабильности', 'strategic-stability'],
  ['стабильности', undefined],
])('the topic %j is %s', (name, id) => {
  expect(topicNamed(name, rules)?.id).toBe(id);
});

it.each<[name: string, id: string | undefined]>([
  ['Sarnow Treaty', 'sarnow-treaty'],
  ['the Sarnow-Treaty', 'sarnow-treaty'],
  ['Сарновского договора', 'sarnow-treaty'],
  ['Сарновский', undefined],
])('the treaty %j is %s', (name, id) => {
  expect(thingNamed(name, rules)?.id).toBe(id);
});

it.each<[name: string, id: string | undefined]>([
  ['Sergey Lavrov', 'sergey-lavrov'],
  ['Сергея Лаврова', 'sergey-lavrov'],
  ['Сергеем Викторовичем Лавровым', 'sergey-lavrov'],
  ['Сергей Лавровский', undefined],
])('the person %j is %s', (name, id) => {
  expect(personNamed(name, rules)?.id).toBe(id);
});

it.each<[name: string, speakers: string[]]>([
  ['Орлова', ['А.Орлова']],
  ['Орловой', ['А.Орлова']],
  ['Острецовым', ['Б.Острецов']],
  ['Острец', []],
  ['Острецовский', []],
])('the speaker %j is %j', (name, speakers) => {
  const participants = ['А.Орлова', 'Б.Острецов'].map((n) => ({ name: n, person: null, labels: [n] }));
  expect(speakerNames(name, rules, participants)).toEqual({ persons: [], speakers });
});
