import { basename } from 'node:path';
import { digestRecord, type RecordDigest } from '../core/ledger/digest/digest-record.ts';
import { type Clue, type DecodedSource, type Finding, OnrecordError, type Rules } from '../core/model/index.ts';
import { type Annotated, annotate } from '../core/pipeline.ts';
import { profileDocument, type VersionProfile } from '../core/versions/profile-document.ts';
import { type DecodedMember, decode } from './decode/index.ts';
import { parseSidecar } from './read-sidecar.ts';
import { sha256Of, versionIdOf } from './version-id.ts';

/** What only a container said of its member: mail headers, the feed's item, the archive's record. */
export interface MemberContext {
  readonly clues: readonly Clue[];
  readonly findings: readonly Finding[];
}

/** Bytes to annotate, with what is known about them. */
export interface AnnotateJob {
  readonly path: string;
  /** what the document is called by; the last part of the path or address */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly sidecar: Readonly<Record<string, unknown>> | null;
  /** set by a rebuild for what was once a member: the bytes are the member's own */
  readonly context?: MemberContext | null;
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
  readonly context: MemberContext | null;
  /** hash of the container, for a member of one */
  readonly container: string | null;
  readonly annotated: Annotated;
  /** what tells whether another text is of the same event */
  readonly profile: VersionProfile;
  /** what the operations over the whole record ask of it */
  readonly digest: RecordDigest;
}
export type MemberResult = AnnotatedMember | { readonly path: string; readonly error: OnrecordError };

/** Decode and annotate what a file holds: one result for a document, several for a container. Never throws. */
export async function annotateFile(job: AnnotateJob, rules: Rules): Promise<MemberResult[]> {
  try {
    const members = await decode(job.bytes, job.name, job.mediaType);
    const container = members.some((m) => m.path.includes('!/')) ? sha256Of(job.bytes) : null;
    return members.map((member) => annotateMember(job, member, container, rules));
  } catch (error) {
    return [{ path: job.path, error: asError(error, job.path, job.name) }];
  }
}

function annotateMember(
  job: AnnotateJob,
  member: DecodedMember,
  containerHash: string | null,
  rules: Rules,
): MemberResult {
  const inner = member.path.indexOf('!/');
  const path = inner < 0 ? job.path : job.path + member.path.slice(inner);
  if ('error' in member) return { path, error: asError(member.error, path, basename(member.path)) };
  try {
    const isMember = inner >= 0;
    const { source, bytes } = member;
    const sidecar = ((isMember ? null : job.sidecar) ?? member.sidecar ?? null) as AnnotateJob['sidecar'];
    const said: MemberContext = { clues: source.clues ?? [], findings: source.findings };
    const context = isMember && (said.clues.length || said.findings.length) ? said : (job.context ?? null);
    const { id, identity } = versionIdOf(bytes, sidecar);
    const name = basename(source.name);
    const annotated = annotateSource({ ...source, name, ...mergeContext(said, job.context) }, sidecar, id, rules);
    if (!/\S/.test(annotated.text))
      throw new OnrecordError(
        'unreadable',
        `${path}: no text in it`,
        annotated.findings.some((f) => f.rule === 'xml-include')
          ? 'Nothing was stored. It only includes other files, which are not fetched: add those.'
          : 'Nothing was stored. If it is a scan, run OCR first.',
      );
    const { mediaType } = source;
    const declaredEvent = typeof sidecar?.event === 'string' ? sidecar.event : null;
    const { reader: _, ...record } = annotated;
    const profile = profileDocument(record, declaredEvent);
    const container = isMember ? containerHash : null;
    return {
      path,
      id,
      identity,
      sha256: sha256Of(bytes),
      bytes,
      mediaType,
      name,
      sidecar,
      context,
      container,
      annotated,
      profile,
      digest: digestRecord(record, rules),
    };
  } catch (error) {
    return { path, error: asError(error, path, basename(member.path)) };
  }
}

/** What the container said first, then what reading the bytes alone adds to it. */
function mergeContext(fresh: MemberContext, stored: MemberContext | null | undefined): MemberContext {
  if (!stored) return fresh;
  const union = <T>(a: readonly T[], b: readonly T[]) => {
    const seen = new Set(a.map((x) => JSON.stringify(x)));
    return [...a, ...b.filter((x) => !seen.has(JSON.stringify(x)))];
  };
  return { clues: union(stored.clues, fresh.clues), findings: union(stored.findings, fresh.findings) };
}

/** The pipeline over one source; what its sidecar has that we do not know is put among the findings. */
export function annotateSource(
  source: DecodedSource,
  sidecar: AnnotateJob['sidecar'],
  id: string,
  rules: Rules,
): Annotated {
  const read = sidecar ? parseSidecar(sidecar) : null;
  const findings = [...source.findings, ...(read?.findings ?? [])];
  return annotate({ ...source, findings }, read?.known ?? null, id, rules);
}

function asError(error: unknown, path: string, name: string): OnrecordError {
  if (error instanceof OnrecordError) {
    // Decoders know only the name; the user needs the path.
    const isBare = !error.message.startsWith(path) && error.message.startsWith(`${name}:`);
    return isBare ? new OnrecordError(error.code, path + error.message.slice(name.length), error.hint, error) : error;
  }
  const message = error instanceof Error ? error.message : String(error);
  return new OnrecordError(
    'internal',
    `${path}: ${message}`,
    'Please report it with the file; the rest of the batch goes on.',
    error,
  );
}
