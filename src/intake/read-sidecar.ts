import { readFile } from 'node:fs/promises';
import { type Finding, OnrecordError, Sidecar } from '../core/model/index.ts';

/** A sidecar as stored (every key, known or not) and as used (known keys whose values fit), with what did not fit. */
export interface ReadSidecar {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly known: Sidecar;
  readonly findings: readonly Finding[];
}

/** NAME.html -> its sidecar names, the more exact first: NAME.html.meta.json, NAME.meta.json. */
export const sidecarNames = (name: string): string[] => {
  const stem = name.replace(/\.[^.]+$/, '');
  return stem === name || stem === '' ? [`${name}.meta.json`] : [`${name}.meta.json`, `${stem}.meta.json`];
};

/** Read a sidecar file. What is no JSON object throws: a sidecar passed over in silence would change the id. */
export async function readSidecar(path: string): Promise<ReadSidecar> {
  let raw: unknown;
  try {
    raw = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new OnrecordError(
      'unreadable',
      `${path}: not JSON (${cause instanceof Error ? cause.message : String(cause)})`,
      'Mend the sidecar or take it away, then add the document again.',
      cause,
    );
  }
  if (!raw || typeof raw !== 'object' || Array.isArray(raw))
    throw new OnrecordError(
      'unreadable',
      `${path}: not a JSON object`,
      'docs/vocabulary.md lists the keys of a sidecar.',
    );
  return parseSidecar(raw as Record<string, unknown>);
}

/** Split a sidecar into what we know and findings for what we do not. */
export function parseSidecar(raw: Readonly<Record<string, unknown>>): ReadSidecar {
  const known: Record<string, unknown> = {};
  const findings: Finding[] = [];
  // Sorted, so that the order of keys leaves no trace in the findings.
  for (const key of Object.keys(raw).sort()) {
    const value = raw[key];
    const field = Object.hasOwn(Sidecar.shape, key) ? Sidecar.shape[key as keyof typeof Sidecar.shape] : undefined;
    const read = field?.safeParse(value);
    if (!field)
      findings.push(finding('sidecar-unknown-key', `the sidecar has a key "${key}" that Onrecord does not know`));
    else if (value === null) continue;
    else if (!read!.success)
      findings.push(
        finding('sidecar-bad-value', `the sidecar's "${key}" was left out: ${read!.error.issues[0]!.message}`),
      );
    else known[key] = read!.data;
  }
  return { raw, known, findings };
}

const finding = (rule: string, why: string): Finding => ({ stage: 'decode', rule, severity: 'warning', why });
