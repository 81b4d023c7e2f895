import * as Plot from '@observablehq/plot';
import { Chart } from './chart.tsx';
import { drawChart } from './draw-chart.ts';

const WIDTH = 460;
const ROW = 150;

/** Counts a year as small bars; years without any are kept, as silence is told too. The same as a table below. */
export function YearsChart(props: { counts: Readonly<Record<string, number>>; what: string; note: string }) {
  const dated = Object.entries(props.counts).filter(([year]) => /^\d{4}$/u.test(year));
  const years = dated.map(([year]) => Number(year));
  const rows = Object.entries(props.counts).sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return null;
  const span = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [0, -1];
  const all = Array.from({ length: span[1]! - span[0]! + 1 }, (_, i) => {
    const year = String(span[0]! + i);
    return { year, n: props.counts[year] ?? 0 };
  });
  const table = (
    <details>
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" class="number">
              {props.what}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([year, n]) => (
            <tr>
              <th scope="row">{year}</th>
              <td class="number">{n.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
  if (all.length < 2)
    return (
      <figure>
        <p class="measure">{rows.map(([year, n]) => `${year}: ${n.toLocaleString('en')}`).join(', ')}.</p>
        <figcaption>{props.note}</figcaption>
      </figure>
    );
  const svg = drawChart({
    width: Math.max(WIDTH / 2, Math.min(WIDTH, 60 + all.length * 44)),
    height: ROW,
    marginLeft: 8,
    marginTop: 22,
    x: {
      type: 'band',
      label: null,
      tickSize: 0,
      ...(all.length > 12
        ? { ticks: all.filter((_, i) => i % Math.ceil(all.length / 10) === 0).map((d) => d.year) }
        : {}),
    },
    y: { axis: null },
    marks: [
      Plot.barY(all, {
        x: 'year',
        y: 'n',
        fill: 'none',
        stroke: 'var(--accent)',
        strokeWidth: 1.5,
        insetLeft: 3,
        insetRight: 3,
      }),
      Plot.text(all, {
        x: 'year',
        y: 'n',
        text: (d: { n: number }) => (d.n > 0 ? d.n.toLocaleString('en') : ''),
        dy: -8,
        fontSize: 11,
      }),
      Plot.ruleY([0]),
    ],
  });
  return (
    <Chart
      svg={svg}
      caption={`${props.what} by year. Hollow, as no person has reviewed them all. ${props.note}`}
      label={`${props.what} by year`}
    >
      {table}
    </Chart>
  );
}
