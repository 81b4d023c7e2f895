import { basename } from 'node:path';
import { type Finding, OnrecordError, type Rules } from '../core/model/index.ts';
import { type Annotated, annotate } from '../core/pipeline.ts';
import { decode } from './decode/index.ts';
import { parseSidecar } from './read-sidecar.ts';
import { sha256Of, versionIdOf } from './version-id.ts';

/** Bytes to annotate, with what is known about them. */
export interface AnnotateJob {
  readonly path: string;
  /** what documents are called by; the last part of the path or address */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly sidecar: Readonly<Record<string, unknown>> | null;
}

/** One document of a file, ready to be stored. */
export interface AnnotatedMember {
  readonly path: string;
  readonly id: string;
  readonly identity: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  readonly sidecar: Readonly<Record<string, unknown>> | null;
  readonly context: Readonly<Record<string, unknown>> | null;
  readonly container: string | null;
  readonly annotated: Annotated;
}
export type MemberResult = AnnotatedMember | { readonly path: string; readonly error: OnrecordError };

/** Decode and annotate what a file holds: one result for a document, several for a container. Never throws. */
export async function annotateFile(job: AnnotateJob, rules: Rules): Promise<MemberResult[]> {
  try {
    const members = await decode(job.bytes, job.name, job.mediaType);
    return members.map((member) => {
      const inner = member.path.indexOf('!/');
      const path = inner < 0 ? job.path : job.path + member.path.slice(inner);
      if ('error' in member) return { path, error: member.error };
      try {
        const isMember = inner >= 0;
        const sidecar = (isMember ? member.sidecar : (job.sidecar ?? member.sidecar)) ?? null;
        const context =
          isMember && (member.source.clues?.length || member.source.findings.length)
            ? { clues: member.source.clues ?? [], findings: member.source.findings }
            : null;
        const base = { ...member, path, sidecar: sidecar as Record<string, unknown> | null, context };
        const { id, identity } = versionIdOf(member.bytes, sidecar);
        return {
          path,
          id,
          identity,
          sha256: sha256Of(member.bytes),
          bytes: member.bytes,
          mediaType: member.source.mediaType,
          name: basename(member.source.name),
          sidecar: base.sidecar,
          context,
          container: isMember ? sha256Of(job.bytes) : null,
          annotated: annotateSource(member.source, base.sidecar, id, rules),
        };
      } catch (error) {
        return { path, error: asError(error, path) };
      }
    });
  } catch (error) {
    return [{ path: job.path, error: asError(error, job.path) }];
  }
}

/** The pipeline over one source, with what its sidecar has that we do not know put among the findings. */
export function annotateSource(
  source: Parameters<typeof annotate>[0],
  sidecar: Readonly<Record<string, unknown>> | null,
  id: string,
  rules: Rules,
): Annotated {
  const read = sidecar ? parseSidecar(sidecar) : null;
  const findings: Finding[] = [...source.findings, ...(read?.findings ?? [])];
  return annotate({ ...source, findings }, read?.known ?? null, id, rules);
}

function asError(error: unknown, path: string): OnrecordError {
  if (error instanceof OnrecordError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new OnrecordError(
    'internal',
    `${path}: ${message}`,
    'Please report it with the file; the rest of the batch goes on.',
    error,
  );
}
