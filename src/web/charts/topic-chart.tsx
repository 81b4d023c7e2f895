import * as Plot from '@observablehq/plot';
import type { Act } from '../../core/model/index.ts';
import { FAMILIES, familyOf } from './acts.ts';
import { Chart } from './chart.tsx';
import { drawChart } from './draw-chart.ts';

export interface Said {
  readonly date: string | null;
  readonly speaker: string | null;
  readonly act: Act;
  readonly reviewed: boolean;
  readonly shifted: boolean;
  /** address of the row of the table that quotes it */
  readonly href: string;
  readonly text: string;
}
interface Mark {
  readonly day: Date;
  readonly row: number;
  readonly symbol: string;
  readonly href: string;
  readonly title: string;
  readonly reviewed: boolean;
  readonly shifted: boolean;
}

const WIDTH = 1080;
const LEFT = 150;
/** Height of one mark, and of the air around a row, in px. */
const STEP = 13;
const AIR = 14;
/** Rows shown: who spoke most. More are in the table. */
const MAX_ROWS = 12;
/** Marks on one day above each other, and in all: a chart of more is neither legible nor light. Further ones are in the list. */
const MAX_STACK = 6;
const MAX_MARKS = 240;

/** One row a speaker, one mark a statement, shape by act, hollow until reviewed, a line where the position shifts. */
export function TopicChart(props: { said: readonly Said[]; note: string }) {
  const dated = props.said.filter((s) => s.date !== null && s.speaker !== null);
  const days = new Set(dated.map((s) => s.date));
  if (dated.length < 2 || days.size < 2) return null;
  const { marks, labels, height, left } = layOut(dated);
  const shape = (list: readonly Mark[], fill: string) =>
    Plot.dot(list, {
      x: 'day',
      y: 'row',
      symbol: 'symbol',
      href: 'href',
      title: 'title',
      r: 4.4,
      fill,
      stroke: 'var(--accent)',
      strokeWidth: 1.6,
    });
  const svg = drawChart({
    width: WIDTH,
    height: height + 44,
    marginLeft: LEFT,
    marginTop: 8,
    marginBottom: 36,
    x: { type: 'utc', label: null, insetLeft: 14, insetRight: 14 },
    y: { axis: null, domain: [0, height], range: [8, height + 8] },
    marks: [
      Plot.ruleY(labels.map((l) => l.bottom).slice(0, -1), { stroke: 'var(--rule)' }),
      Plot.axisX({ tickSize: 4, fontSize: 11, ticks: 8 }),
      Plot.text(labels, {
        frameAnchor: 'left',
        y: 'middle',
        text: 'name',
        dx: -LEFT,
        textAnchor: 'start',
        fontSize: 12,
        lineWidth: 12,
      }),
      Plot.ruleX(
        marks.filter((m) => m.shifted),
        {
          x: 'day',
          y1: (m: Mark) => m.row - 8,
          y2: (m: Mark) => m.row + 8,
          stroke: 'var(--ink)',
          strokeWidth: 2,
          dx: -7,
        },
      ),
      shape(
        marks.filter((m) => !m.reviewed),
        'var(--paper)',
      ),
      shape(
        marks.filter((m) => m.reviewed),
        'var(--accent)',
      ),
    ],
  });
  return (
    <Chart
      svg={svg}
      label="Statements by speaker and day"
      caption={
        <>
          One mark a statement, a row a speaker{left > 0 ? `; ${left} more statements are in the list below` : ''}. A
          mark is hollow until a person has reviewed it; a bar before it shows where the position seems to shift.{' '}
          {props.note}
        </>
      }
    >
      <ul class="key" aria-hidden="true">
        {FAMILIES.map((f) => (
          <li>
            <span class="act">{f.sign}</span> {f.name}
          </li>
        ))}
      </ul>
    </Chart>
  );
}

/** Rows by who spoke most, statements of one day stacked in their row. */
function layOut(said: readonly Said[]) {
  const bySpeaker = new Map<string, Said[]>();
  for (const s of said) bySpeaker.set(s.speaker!, [...(bySpeaker.get(s.speaker!) ?? []), s]);
  const rows = [...bySpeaker].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).slice(0, MAX_ROWS);
  const stack = stackFor(rows.map(([, list]) => list));
  const marks: Mark[] = [];
  const labels: { name: string; middle: number; bottom: number }[] = [];
  let top = 0;
  for (const [name, list] of rows) {
    const stacked = new Map<string, Said[]>();
    for (const s of list) stacked.set(s.date!, [...(stacked.get(s.date!) ?? []), s]);
    const deepest = Math.min(stack, Math.max(...[...stacked.values()].map((l) => l.length)));
    const height = Math.max(26, deepest * STEP + AIR);
    for (const [date, ofDay] of stacked) {
      // what is reviewed or shifts is seen first
      const shown = [...ofDay]
        .sort((a, b) => Number(b.shifted || b.reviewed) - Number(a.shifted || a.reviewed))
        .slice(0, stack);
      shown.forEach((s, i) => {
        marks.push({
          day: dayOf(date),
          row: top + height / 2 + (i - (shown.length - 1) / 2) * STEP,
          symbol: familyOf(s.act).symbol,
          href: s.href,
          title: `${s.act}: “${s.text.slice(0, 60)}…”`,
          reviewed: s.reviewed,
          shifted: s.shifted,
        });
      });
    }
    labels.push({
      name: name.length > 44 ? `${name.slice(0, 42)} …` : name,
      middle: top + height / 2,
      bottom: top + height,
    });
    top += height;
  }
  return { marks, labels, height: top, left: said.length - marks.length };
}

/** How many marks a day may stack so that all of them stay within bounds. */
function stackFor(rows: readonly (readonly Said[])[]): number {
  for (let stack = MAX_STACK; stack > 1; stack--) {
    let marks = 0;
    for (const list of rows)
      for (const day of new Set(list.map((s) => s.date)))
        marks += Math.min(stack, list.filter((s) => s.date === day).length);
    if (marks <= MAX_MARKS) return stack;
  }
  return 1;
}

/** The first day that an EDTF date may mean. */
function dayOf(edtf: string): Date {
  const [year, month = '01', day = '01'] = edtf.replace(/[?~%]/gu, '').split('/')[0]!.split('-');
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}
