import type { Entry, Section } from '../../../core/model/index.ts';
import { entryFacts, valueWords } from '../../../service/words/entry-facts.ts';
import { stateWords } from '../../../service/words/ledger-words.ts';
import { JudgeMark } from '../judge-mark.tsx';
import { shorten } from '../layout.tsx';
import { dateWords, partPath, withQuery } from '../links.ts';

const MAX_STEPS = 8;

/** A row of the ledger: the state, the words that prove it, who said them and how old the last word is. */
export function EntryRow(props: { entry: Entry; section: Section; about?: string }) {
  const { entry: e } = props;
  const first = e.evidence[0];
  const value = valueWords(e);
  const facts = entryFacts(e);
  const [subject] = e.title.split(': “');
  // on the page of a matter its name is above
  const hasSubject =
    subject !== undefined && subject !== e.title && !subject.startsWith('“') && subject !== props.about;
  return (
    <article class="entry" id={e.id.replace(':', '-')}>
      <div class="state">
        <b>
          <span class="sign" aria-hidden="true">
            {e.reviewed ? '●' : '○'}
          </span>
          {stateWords(e.status)}
        </b>
        {value ? <div>{shorten(value, 60)}</div> : null}
        {e.date ? <div>{dateWords(e.date)}</div> : null}
        <JudgeMark ids={e.statements} reviewed={e.reviewed} of={shorten(e.title, 80)} />
      </div>
      <div>
        {hasSubject ? (
          <p class="sans">
            <a href={withQuery('/matter', { name: subject })}>{shorten(subject, 140)}</a>
          </p>
        ) : null}
        {first ? (
          <p>
            <a class="quiet" href={partPath(first.turn)}>
              “<bdi>{shorten(first.text, 420)}</bdi>”
            </a>
          </p>
        ) : (
          <p>{shorten(e.title, 280)}</p>
        )}
        {facts.length > 0 ? (
          <p class="note">
            {facts.map((f, i) => (
              <>
                {i > 0 ? ' · ' : ''}
                {f.name} {f.quoted ? <q>{shorten(f.words, 120)}</q> : shorten(f.words, 80)}
              </>
            ))}
          </p>
        ) : null}
        <Thread entry={e} />
      </div>
      <div class="side">
        {shorten(e.statedBy.join(', '), 160) || 'speaker not known'}
        <br />
        last word {dateWords(e.lastStated)}
        {e.ageDays ? `, ${e.ageDays.toLocaleString('en')} days before` : ''}
        {e.hindsight ? <div>said later: with hindsight</div> : null}
        {e.parties.length > 0 ? <div>{shorten(e.parties.join(', '), 120)}</div> : null}
      </div>
    </article>
  );
}

/** A proposal with the answers to it, step by step, each in somebody's words. */
function Thread(props: { entry: Entry }) {
  const steps = props.entry.thread ?? [];
  if (steps.length < 2) return null;
  return (
    <ol class="thread">
      {steps.slice(-MAX_STEPS).map((s) => (
        <li>
          <span class="sans">
            {s.status.replaceAll('-', ' ')}, {dateWords(s.said)},{' '}
            {shorten(s.statedBy.join(', '), 80) || 'speaker not known'}
          </span>
          {s.evidence[0] ? (
            <>
              {' '}
              <a class="quiet" href={partPath(s.evidence[0].turn)}>
                “<bdi>{shorten(s.evidence[0].text, 200)}</bdi>”
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
