import { z } from 'zod';
import { OnrecordError, Voice } from '../../core/model/index.ts';

const text = (description: string, value?: string) =>
  z
    .string()
    .optional()
    .meta({ description, ...(value ? { cli: { value } } : {}) });

/**
 * What a person says of a text while adding it. It goes into the sidecar, which is kept with the bytes: it wins over the page,
 * makes part of the version's id, and a rebuild knows it. Each field is that of Sidecar, but `who`.
 */
export const MENDING = {
  title: text('title, where the text prints none or a wrong one'),
  date: text('day of speaking (EDTF: 2031-03-04, 2031-03, 2031~)'),
  published: text('day of publication (EDTF)'),
  kind: text('interview, briefing, speech, readout, article …'),
  outlet: text('the medium that asked'),
  publisher: text('who published this text first'),
  language: text('language of the text (BCP 47)', 'CODE'),
  url: text('address it was published at'),
  who: z
    .array(z.string())
    .optional()
    .meta({
      description: 'whom a printed label means: "A=Ilse Marenko (official)", "Q=(interviewer)"',
      cli: { value: 'LABEL=NAME' },
    }),
} as const;
export type Mending = z.output<z.ZodObject<typeof MENDING>>;

/** The fields of an input that mend; null when there are none. */
export function mendingOf(input: Mending): Mending | null {
  const given = Object.keys(MENDING).flatMap((key) => {
    const value = input[key as keyof Mending];
    return value === undefined || value.length === 0 || value === '' ? [] : [[key, value]];
  });
  return given.length === 0 ? null : Object.fromEntries(given);
}

type Raw = Readonly<Record<string, unknown>>;

/** The sidecar with what the person said laid over it; null when there is neither. */
export function mendSidecar(sidecar: Raw | null, mending: Mending | null): Raw | null {
  if (!mending) return sidecar;
  const { who, ...facts } = mending;
  if (!who) return { ...sidecar, ...facts };
  const told = who.map(parseWho);
  const isTold = (p: unknown) => told.some((t) => t.label === (p as { label?: unknown } | null)?.label);
  const before = Array.isArray(sidecar?.participants) ? sidecar.participants.filter((p) => !isTold(p)) : [];
  return { ...sidecar, ...facts, participants: [...before, ...told] };
}

/** `A=Ilse Marenko (official)` -> {label: A, name: Ilse Marenko, role: official}. Throws `usage` for what says nothing. */
export function parseWho(line: string): { label: string; name: string; role?: Voice } {
  const at = line.indexOf('=');
  const label = line.slice(0, Math.max(at, 0)).trim();
  const said = line.slice(at + 1).trim();
  const role = Voice.safeParse(/\(([^()]*)\)$/u.exec(said)?.[1]?.trim());
  const name = (role.success ? said.replace(/\s*\([^()]*\)$/u, '') : said).trim();
  if (at < 0 || label === '' || (name === '' && !role.success))
    throw new OnrecordError(
      'usage',
      `who: "${line}" does not say whom a label means`,
      `Write LABEL=NAME, LABEL=NAME (role) or LABEL=(role); a role is one of ${Voice.options.join(', ')}.`,
    );
  return { label, name, ...(role.success ? { role: role.data } : {}) };
}
