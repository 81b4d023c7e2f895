import { OnrecordError, type Turn } from '../../core/model/index.ts';
import type { FoundTurn, TurnHit } from '../port.ts';
import type { SqliteDatabase } from './database.ts';
import { unpackText } from './pack.ts';

type Row = Omit<FoundTurn, 'body' | 'bodyStart' | 'end'> & { n: number; body_start: number | null; body_end: number };

/** Turns with their bodies; only the texts are unpacked, not what was found in them. */
export function readTurns(db: SqliteDatabase, hits: readonly TurnHit[]): FoundTurn[] {
  const texts = new Map<number, string>();
  const layers = new Map<number, readonly Turn[]>();
  return hits.map(({ document, ordinal }) => {
    const row = db.get<Row>(
      `select turn.n, turn.id, turn.kind, voice, speaker, body_start, body_end from turn join version using (n)
       where version.id = ? and ordinal = ?`,
      document,
      ordinal,
    );
    if (!row) throw new OnrecordError('internal', `${document}: it has no turn ${ordinal + 1}`);
    const text = textOf(row.n);
    // a document added before places were kept has them in its layers only
    const { id, bodyStart, end } =
      row.body_start === null ? turnsOf(row.n)[ordinal]! : { id: row.id, bodyStart: row.body_start, end: row.body_end };
    return {
      id,
      kind: row.kind,
      voice: row.voice,
      speaker: row.speaker,
      bodyStart,
      end,
      body: text.slice(bodyStart, end),
    };
  });

  function textOf(n: number): string {
    const known = texts.get(n);
    if (known !== undefined) return known;
    const text = unpackText(column<'text'>(n, 'text'));
    texts.set(n, text);
    return text;
  }

  function turnsOf(n: number): readonly Turn[] {
    const known = layers.get(n);
    if (known) return known;
    const { turns } = JSON.parse(unpackText(column<'layers'>(n, 'layers'))) as { turns: Turn[] };
    layers.set(n, turns);
    return turns;
  }

  function column<K extends 'text' | 'layers'>(n: number, name: K): Uint8Array {
    const sql = `select reading.${name} as packed from reading join head using (n, r) where n = ?`;
    return db.get<{ packed: Uint8Array }>(sql, n)!.packed;
  }
}
