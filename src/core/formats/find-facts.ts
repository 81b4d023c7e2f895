import type { DocumentFacts, Evidence, Finding, Reading, Rules, Sidecar } from '../model/index.ts';
import {
  dateOfNumber,
  findCompleteness,
  findKind,
  findNumber,
  findTranslation,
  findUrl,
} from './facts/document-form.ts';
import { findTitle } from './facts/document-title.ts';
import { type Found, fromClue, makeFactScene } from './facts/fact-scene.ts';
import { findPlace } from './facts/place-of-speaking.ts';
import { PUBLISHED } from './facts/published-date.ts';
import { findNameDate, findSaidDate } from './facts/said-date.ts';
import { settleDates } from './facts/settle-dates.ts';
import { findLanguage } from './facts/text-language.ts';
import { findOrigin, findOutlet } from './facts/text-origin.ts';

/** Facts of the sidecar that a page can contradict. */
const COMPARED = ['title', 'published', 'language', 'outlet', 'publisher', 'republisher', 'number', 'url'] as const;

/**
 * What the source and the sidecar say about the document, each with the words that print it. The sidecar wins, with a finding
 * where they differ; what nobody states is null (law V3).
 */
export function findFacts(
  reading: Reading,
  sidecar: Sidecar | null,
  name: string,
  rules: Rules,
): { facts: DocumentFacts; findings: Finding[] } {
  const scene = makeFactScene(reading, sidecar, name, rules);
  const findings: Finding[] = [];
  const title = findTitle(scene);
  const number = findNumber(scene);
  const origin = findOrigin(scene);
  const titleTag = fromClue('title', ['title-tag', 'html-meta'])(scene);
  const dates = settleDates({
    said: findSaidDate(scene, [title, titleTag]),
    published: PUBLISHED.map((detect) => detect(scene)).filter((f): f is Found => f !== null),
    name: findNameDate(scene),
    number: dateOfNumber(number?.value ?? null, scene),
  });
  findings.push(...dates.findings);
  const translation = findTranslation(scene);
  const completeness = findCompleteness(scene);
  const found: Partial<Record<string, Found | null>> = {
    title,
    date: dates.date,
    published: dates.published,
    language: findLanguage(scene),
    kind: findKind(scene, title),
    place: findPlace(scene),
    outlet: findOutlet(scene, title),
    publisher: origin.publisher,
    republisher: origin.republisher,
    number,
    url: findUrl(scene),
    rights: fromClue('rights')(scene),
    translation: translation?.found ?? null,
    completeness: completeness?.found ?? null,
  };
  const page = (field: string) => found[field]?.value ?? null;
  for (const field of COMPARED) {
    const theirs = sidecar?.[field];
    const ours = page(field);
    if (theirs && ours && !agree(field, theirs, ours))
      findings.push({
        stage: 'formats',
        rule: 'sidecar-contradicts',
        severity: 'warning',
        ...spanOf(found[field]!),
        why: `${field}: the sidecar says "${theirs}", the page says "${ours}"; the sidecar wins`,
      });
  }
  if (sidecar?.date && dates.date && dates.kind !== 'name' && !sameDay(sidecar.date, dates.date.value))
    findings.push({
      stage: 'formats',
      rule: 'sidecar-contradicts',
      severity: 'warning',
      ...spanOf(dates.date),
      why: `date: the sidecar says ${sidecar.date}, the page says ${dates.date.value}; the sidecar wins`,
    });
  const evidence: Evidence[] = Object.entries(found).flatMap(([field, f]) =>
    f ? [{ field, ...spanOf(f), rule: f.rule }] : [],
  );
  return {
    facts: {
      title: sidecar?.title ?? page('title'),
      date: sidecar?.date ?? page('date') ?? sidecar?.published ?? null,
      dateKind: sidecar?.date ? 'sidecar' : page('date') ? dates.kind : sidecar?.published ? 'sidecar' : null,
      published: sidecar?.published ?? page('published'),
      language: sidecar?.language ?? page('language'),
      translation: sidecar?.translation ?? translation?.value ?? 'unknown',
      kind: sidecar?.kind ?? page('kind'),
      place: page('place'),
      outlet: sidecar?.outlet ?? page('outlet'),
      publisher: sidecar?.publisher ?? page('publisher'),
      republisher: sidecar?.republisher ?? page('republisher'),
      number: sidecar?.number ?? page('number'),
      url: sidecar?.url ?? page('url'),
      completeness: completeness?.value ?? 'unknown',
      rights: sidecar?.rights ?? page('rights'),
      evidence,
    },
    findings,
  };
}

const spanOf = (f: Found) => (f.start === undefined || f.end === undefined ? {} : { start: f.start, end: f.end });
const sameDay = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);

function agree(field: string, a: string, b: string): boolean {
  if (field === 'published') return sameDay(a, b);
  const fold = (s: string) =>
    s
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const [x, y] = [fold(a), fold(b)];
  return x === y || x.startsWith(y) || y.startsWith(x);
}
