import type { Entry, LedgerStatement } from '../../model/index.ts';
import { findLast } from './find-last.ts';

/** The fields that only one section has. */
export function sectionFields(last: LedgerStatement, line: readonly LedgerStatement[]): Partial<Entry> {
  const text = (name: string): string | null => {
    const v = last.attributes[name];
    return typeof v === 'string' ? v : null;
  };
  const latest = (name: string): string | null =>
    findLast(line, (s) => {
      const v = s.attributes[name];
      return typeof v === 'string' ? v : null;
    });
  switch (last.section) {
    case 'proposals':
      return {
        from: findLast(line, (s) => s.by),
        to: findLast(line, (s) => s.to),
        thread: line.map((s) => ({
          status: s.status,
          said: s.said,
          statedBy: [...s.statedBy],
          evidence: [...s.evidence],
        })),
      };
    case 'demands':
      return {
        by: findLast(line, (s) => s.by),
        to: findLast(line, (s) => s.to),
        openList: line.some((s) => s.attributes.openList === true),
      };
    case 'commitments':
      return { by: last.by, to: last.to, strength: text('strength'), condition: text('condition') };
    case 'predictions':
      return {
        by: last.by,
        byWhen: text('byWhen'),
        checkable: last.attributes.checkable === true ? true : null,
        condition: text('condition'),
      };
    case 'counts':
      return { by: last.by, unit: text('unit'), bound: text('bound'), excludes: text('excludes') };
    case 'cases':
      return { namedBy: latest('namedBy'), officialResponse: latest('officialResponse') };
    case 'measures':
      return { by: last.by, to: last.to, reason: latest('reason') };
    case 'instruments':
      return last.by ? { by: last.by } : {};
    case 'meetings':
    case 'tracks': {
      const called = latest('calledAs');
      const [place, level] = [latest('place'), latest('level')];
      return {
        ...(called === null ? {} : { calledBy: called }),
        ...(place === null ? {} : { place }),
        ...(level === null ? {} : { level }),
      };
    }
    default:
      return {};
  }
}
