import { TALK, type Turn } from '../../../core/model/index.ts';
import { OnlyFor } from '../../frame.tsx';
import { judgePath } from '../judge-mark.tsx';
import { shorten } from '../layout.tsx';
import { partPath, personPath, withQuery } from '../links.ts';
import { VoiceMark } from '../voice-mark.tsx';
import { isLinked, localId } from './linked.ts';
import { Margin } from './margin.tsx';
import type { Reading } from './reading.ts';
import { Sentences } from './sentences.tsx';

const STATUS = {
  exact: 'the linked words',
  moved: 'the linked words; a better reading of the text has moved them here',
  fuzzy: 'likely the linked words; the text was read anew and differs a little',
} as const;

/** One turn: who speaks, the words, and in the margin what belongs to them. */
export function TurnRow(props: { reading: Reading; turn: Turn }) {
  const { reading, turn: t } = props;
  const { record, linked } = reading;
  const isTalk = TALK.has(t.kind);
  const here = isLinked(linked, t);
  const isWhole = here && linked!.start <= t.bodyStart && linked!.end >= t.bodyStart + 1 && linked!.end >= t.end - 2;
  const name = nameOf(t);
  const id = localId(t.id);
  const classes = [
    'turn',
    t.kind,
    isTalk || t.kind === 'commentary' ? 'talk' : '',
    t.continues ? 'goeson' : '',
    here ? (isWhole ? 'linked' : 'linked said') : '',
  ];
  return (
    <article
      class={classes.filter(Boolean).join(' ')}
      id={id}
      tabindex={-1}
      aria-label={isTalk ? `${t.kind}, ${shorten(name, 80)}` : t.kind}
      lang={record.document.language ?? undefined}
      data-id={t.id}
      data-link={partPath(t.id)}
      data-name={isTalk ? shorten(name, 120) : undefined}
    >
      <div class="who" lang="en">
        {reading.exchange === t.id ? <span id="x"></span> : null}
        <Who turn={t} name={name} pages={reading.pages} showsLabel={reading.labelled.has(t.id)} />
      </div>
      <div class="body">
        <Sentences
          record={record}
          sentences={reading.sentences.get(t.id) ?? []}
          linked={isWhole ? null : linked}
          isOpen={here}
        />
      </div>
      <div class="side" lang="en">
        {here ? <span class="here">← {STATUS[linked!.status]}</span> : null}
        <div class="does">
          <a href={partPath(t.id)} aria-label={`Address of this ${t.kind}`}>
            address
          </a>
          {isTalk ? <a href={withQuery('/cite', { id: t.id })}>cite</a> : null}
          <OnlyFor access="review">
            <a href={judgePath([t.id])} rel="nofollow" aria-label={`Mend who speaks in this ${t.kind}`}>
              mend
            </a>
          </OnlyFor>
        </div>
        <Margin reading={reading} turn={t} />
      </div>
    </article>
  );
}

/** Who speaks, as the rail and a copied quotation name it. */
function nameOf(t: Turn): string {
  if (t.speaker) return t.speaker;
  if (t.kind === 'commentary') return 'Commentary';
  return t.voice === 'unknown' ? 'Speaker not known' : t.voice[0]!.toUpperCase() + t.voice.slice(1);
}

function Who(props: { turn: Turn; name: string; pages: ReadonlySet<string>; showsLabel: boolean }) {
  const { turn: t, name } = props;
  if (!TALK.has(t.kind) && t.kind !== 'commentary') return <div>{KINDS[t.kind] ?? t.kind}</div>;
  const printed = props.showsLabel && t.label ? t.label.trim() : null;
  const shown = shorten(name, 120);
  const role = t.kind === 'commentary' ? `by the ${t.voice === 'unknown' ? 'author' : t.voice}` : ROLES[t.voice];
  return (
    <div>
      <VoiceMark voice={t.voice} />
      <b>{t.person && props.pages.has(t.person) ? <a href={personPath(t.person)}>{shown}</a> : shown}</b>
      {t.continues ? ' goes on' : ''}
      {role && role !== name.toLowerCase() ? (
        <span class="role">
          {' '}
          {role}
          {t.kind === 'question' && t.voice !== 'interviewer' ? ', asking' : ''}
        </span>
      ) : null}
      {printed ? (
        <span class="printed">
          printed “<bdi>{shorten(printed, 50)}</bdi>”
        </span>
      ) : null}
    </div>
  );
}

const KINDS: Readonly<Record<string, string>> = {
  metadata: 'printed',
  title: 'title',
  heading: 'heading',
  aside: '',
};
const ROLES: Readonly<Record<Turn['voice'], string>> = {
  official: 'official',
  interviewer: 'asks',
  moderator: 'moderator',
  guest: 'guest',
  editor: 'editor',
  reader: 'reader',
  site: 'site',
  unknown: 'nothing here is laid to anybody',
};
