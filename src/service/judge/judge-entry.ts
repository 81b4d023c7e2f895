import { describeSpan } from '../../core/anchor/describe-span.ts';
import { entryId } from '../../core/ledger/fold/fold-row.ts';
import { joinRows } from '../../core/ledger/fold/join-rows.ts';
import { type Anchor, type Judgement, type LedgerStatement, OnrecordError, Section } from '../../core/model/index.ts';
import type { Store } from '../../store/port.ts';
import { parseCorrection } from './apply-judgements.ts';
import { type EntryJudgement, entryJudgements, wrongEntryField } from './entry-judgements.ts';
import { findSentence } from './find-sentence.ts';

/** What a judgement on a row of the ledger holds beside who, when and why. */
export type EntryDecision = Pick<Judgement, 'about' | 'other' | 'value' | 'anchor'>;

interface Asked {
  readonly id: string;
  readonly decision: Judgement['decision'];
  readonly other?: string | undefined;
  readonly value?: string | undefined;
}

/**
 * A decision about a row: it names the statements the row holds now, so that words said later are not held to be reviewed,
 * and keeps the anchor of its words, or of the words that show a correction. Throws `not-found` or `usage`.
 */
export async function decideOnEntry(store: Store, asked: Asked): Promise<EntryDecision> {
  const rows = await allRows(store);
  const line = rowOf(rows, asked.id);
  const { section } = line[0]!;
  const covers = line.map((s) => s.id);
  const about = entryId(line);
  const made = (value: EntryJudgement, other: string | null, anchor: Anchor | null): EntryDecision => ({
    about,
    other,
    value: JSON.stringify(value),
    anchor,
  });
  if (asked.decision === 'merge') {
    const second = rowOf(rows, asked.other ?? '');
    checkMerge(line, second);
    return made({ section, covers, with: second.map((s) => s.id) }, entryId(second), await anchorOf(store, line));
  }
  if (asked.decision === 'correct') {
    const [field, value] = parseCorrection(asked.value ?? '');
    const wrong = asked.value?.includes('=') ? wrongEntryField(section, field, value) : 'correct needs field=value';
    if (wrong) throw new OnrecordError('usage', `judge: ${wrong}`, 'Example: --value "status=met"');
    const shown = asked.other === undefined ? null : await evidenceAnchor(store, asked.other);
    return made({ section, covers, field, value }, asked.other ?? null, shown ?? (await anchorOf(store, line)));
  }
  if (asked.decision === 'part' || asked.other !== undefined)
    throw new OnrecordError(
      'usage',
      `judge: an entry cannot be judged so: ${asked.decision}`,
      'Accept, reject, correct or merge it; a merge is taken back with undo.',
    );
  return made({ section, covers }, null, await anchorOf(store, line));
}

/** Every row of the ledger as it is judged now, of all sections. */
async function allRows(store: Store): Promise<LedgerStatement[][]> {
  const { rejected, merged } = await entryJudgements(store);
  const { statements } = await store.ledgerStatements({
    sections: Section.options,
    isDated: false,
    limit: Number.MAX_SAFE_INTEGER,
    offset: 0,
  });
  // what was rejected can still be judged again
  return [
    ...joinRows(
      statements.filter((s) => !rejected.has(s.id)),
      merged,
    ),
    ...joinRows(statements, merged),
  ];
}

function rowOf(rows: readonly LedgerStatement[][], id: string): LedgerStatement[] {
  const found = rows.filter((row) => entryId(row).startsWith(id));
  const ids = new Set(found.map(entryId));
  if (id.startsWith('entry:') && ids.size === 1) return found[0]!;
  throw new OnrecordError(
    'not-found',
    ids.size > 1 ? `${id}: ${ids.size} entries begin so` : `${id}: no such entry in the ledger`,
    ids.size > 1 ? 'Give more digits.' : '"onrecord ledger" shows the ids of its entries.',
  );
}

function checkMerge(a: readonly LedgerStatement[], b: readonly LedgerStatement[]): void {
  const [x, y] = [a[0]!, b[0]!];
  if (x.section !== y.section || entryId(a) === entryId(b))
    throw new OnrecordError('usage', 'judge: merge needs two entries of one section', 'Give another entry.');
  if (x.side !== y.side || x.side === null)
    throw new OnrecordError(
      'usage',
      'judge: two sides’ accounts stand side by side and are never merged (law L3)',
      'Merge entries of one side.',
    );
}

/** The anchor of a row's first words. */
async function anchorOf(store: Store, line: readonly LedgerStatement[]): Promise<Anchor | null> {
  const first = line[0]!.evidence[0];
  const record = first ? await store.record(first.document) : null;
  return first && record ? describeSpan(first.document, record.text, first) : null;
}

async function evidenceAnchor(store: Store, id: string): Promise<Anchor> {
  const shown = await findSentence(store, id, null);
  if (!shown)
    throw new OnrecordError(
      'not-found',
      `${id}: no such sentence, turn or claim`,
      'Give the id of the words that show it.',
    );
  const record = (await store.record(shown.document))!;
  return describeSpan(shown.document, record.text, shown);
}
