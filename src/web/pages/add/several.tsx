import { titleOf } from '../../../core/cite/supply-title.ts';
import type { PreviewResult } from '../../../service/preview.ts';
import { FormToken } from '../../frame.tsx';
import { Layout, shorten } from '../layout.tsx';
import { dateWords } from '../links.ts';
import type { Offered } from './offered.ts';

export interface Row {
  readonly offered: Offered;
  /** several for an archive or feed */
  readonly items: readonly PreviewResult[];
}

/** Several texts at once: what each would become; each can be looked at by itself, or all kept as they are. */
export function SeveralPage(props: { rows: readonly Row[] }) {
  const { rows } = props;
  const fit = rows.filter((r) => r.items.some((i) => i.document));
  const texts = rows.flatMap((r) => r.items).filter((i) => i.document).length;
  return (
    <Layout title="Before they are kept" path="/add">
      <p class="badge">Not kept yet</p>
      <h1>
        {texts} {texts === 1 ? 'text' : 'texts'} to look at
      </h1>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Text</th>
              <th scope="col">Day</th>
              <th scope="col">Who speaks</th>
              <th scope="col">Uncertain</th>
              <th scope="col">
                <span class="unseen">Look</span>
              </th>
            </tr>
          </thead>
          <tbody>{rows.flatMap((r) => r.items.map((seen) => <TextRow row={r} seen={seen} />))}</tbody>
        </table>
      </div>
      {fit.length > 0 ? (
        <form method="post" action="/add/keep">
          <FormToken />
          {fit.map(({ offered }) =>
            offered.item ? (
              <input type="hidden" name="item" value={offered.item} />
            ) : (
              <input type="hidden" name="address" value={offered.path} />
            ),
          )}
          <button type="submit">Keep all as they are</button>
        </form>
      ) : null}
    </Layout>
  );
}

function TextRow(props: { row: Row; seen: PreviewResult }) {
  const { row, seen } = props;
  const { document: d } = seen;
  if (!d)
    return (
      <tr>
        <td colspan={5}>{shorten(`Not readable: ${seen.error?.message ?? 'nothing in it'}`, 200)}</td>
      </tr>
    );
  const alone = row.items.length === 1;
  return (
    <tr>
      <td class="words">{shorten(titleOf(d), 140)}</td>
      <td class="day">{dateWords(d.date)}</td>
      <td>{shorten(seen.labels.flatMap((l) => l.speaker ?? []).join(', ') || 'nobody by name', 90)}</td>
      <td>{seen.uncertain.length === 0 ? '' : `${seen.uncertain.length}`}</td>
      <td>
        {alone && row.offered.item ? (
          <form method="post" action="/add/look">
            <FormToken />
            <input type="hidden" name="item" value={row.offered.item} />
            <button type="submit" class="quiet" aria-label={`Look at ${shorten(titleOf(d), 60)}`}>
              Look
            </button>
          </form>
        ) : null}
      </td>
    </tr>
  );
}
