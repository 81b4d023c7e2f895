import type { z } from 'zod';
import type { search } from '../../../service/search.ts';
import { shorten } from '../layout.tsx';
import { dateWords, inWords, partPath } from '../links.ts';
import { VoiceMark } from '../voice-mark.tsx';

export type Answer = z.infer<(typeof search)['output']>;
type Hit = Answer['items'][number];

/** Keyword in context, cut at words, with who says it and when; other texts of the event stand under it. */
export function HitRow(props: { hit: Hit }) {
  const { hit: h } = props;
  return (
    <div class="hit">
      <p class="kwic">
        <Kwic hit={h} />
      </p>
      <p class="meta">
        <VoiceMark voice={h.voice} />
        <a href={partPath(h.turn)}>
          {shorten(h.speaker ?? (h.voice === 'unknown' ? 'speaker not known' : h.voice), 120)}, {h.kind},{' '}
          {dateWords(h.date)}
        </a>
        {h.title ? ` · ${shorten(h.title, 100)}` : ''}
        {h.matches > 1 ? ` · ${h.matches} times in this turn` : ''}
      </p>
      {h.also.length > 0 ? (
        <p class="meta">
          The same event, also in:{' '}
          {h.also
            .slice(0, 4)
            .map((a, i) => [
              i > 0 ? ', ' : '',
              <a href={partPath(a.turn)}>{shorten(a.publisher ?? a.document, 60)}</a>,
            ])}
          {h.also.length > 4 ? ` and ${h.also.length - 4} more` : ''}
        </p>
      ) : null}
    </div>
  );
}

function Kwic(props: { hit: Hit }) {
  const { hit: h } = props;
  const flat = (text: string) => text.replace(/\s+/gu, ' ');
  const before = flat(h.before).replace(/^\S*\s/u, (cut) => (h.before.length >= 100 ? '' : cut));
  const after = flat(h.after).replace(/\s\S*$/u, (cut) => (h.after.length >= 100 ? '' : cut));
  return (
    <bdi lang={h.language ?? undefined}>
      {h.before.length >= 100 ? '… ' : ''}
      {before}
      <mark>{flat(h.text)}</mark>
      {after.trimEnd()}
      {h.after.length >= 100 ? ' …' : ''}
    </bdi>
  );
}

/** The first and the last use in this record, which is no claim about what was said elsewhere. */
export function Ends(props: { answer: Answer }) {
  const { earliest, latest, coverage } = props.answer;
  if (!earliest || !latest || props.answer.total < 2) return null;
  const isOne = earliest.turn === latest.turn;
  return (
    <>
      <div class="ends">
        {(isOne
          ? ([['The only use in this record whose day is known', earliest]] as const)
          : ([
              ['Earliest in this record', earliest],
              ['Latest in this record', latest],
            ] as const)
        ).map(([title, hit]) => (
          <section>
            <h2>
              {title}: {dateWords(hit.date)}
            </h2>
            <p>
              <a class="quiet" href={partPath(hit.turn)}>
                <Kwic hit={hit} />
              </a>
            </p>
            <p class="meta note">{shorten(hit.speaker ?? hit.voice, 80)}</p>
          </section>
        ))}
      </div>
      <p class="note coverage">{inWords(coverage.note)}.</p>
    </>
  );
}

const FILTERS: Readonly<Record<string, string>> = {
  speaker: 'the speaker',
  voice: 'the role',
  kind: 'question or answer',
  topic: 'the topic',
  days: 'the days',
  lang: 'the language',
  outlet: 'the outlet',
  document: 'the document',
};

/** Why nothing was found, and what would be found otherwise. */
export function WhyEmpty(props: { answer: Answer; wider: (filter: string) => string }) {
  const { empty, coverage } = props.answer;
  const helps = empty?.without.filter((w) => w.turns > 0) ?? [];
  return (
    <div class="measure">
      <p>Nothing was found in this record.</p>
      <ul>
        {empty?.unknownSpeaker ? <li>Nobody in this record or in its list of people has that name.</li> : null}
        {helps.map((w) => (
          <li>
            <a href={props.wider(w.filter)}>
              Without {w.filter === 'voice' ? 'leaving out what editors, readers and sites wrote' : FILTERS[w.filter]}
            </a>{' '}
            {w.turns.toLocaleString('en')} {w.turns === 1 ? 'turn is' : 'turns are'} found.
          </li>
        ))}
        {empty && helps.length === 0 && empty.unfiltered > 0 ? (
          <li>
            {empty.unfiltered.toLocaleString('en')} turns have these words, but more than one filter keeps them out.
          </li>
        ) : null}
        {empty?.words.map((w) => (
          <li>
            {w.words}: {w.turns === 0 ? 'nowhere in this record' : `${w.turns.toLocaleString('en')} turns by itself`}.
          </li>
        ))}
        {empty && empty.unfiltered === 0 && empty.words.length === 0 ? (
          <li>These words stand nowhere. Try another form, a beginning with *, or fewer words.</li>
        ) : null}
      </ul>
      <p class="note coverage">{inWords(coverage.note)}.</p>
    </div>
  );
}
