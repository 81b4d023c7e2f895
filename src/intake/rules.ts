import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { z } from 'zod';
import {
  Cues,
  Office,
  OnrecordError,
  Party,
  Person,
  Publisher,
  type Rules,
  Thing,
  Topic,
} from '../core/model/index.ts';
import { hashOf } from '../core/text/ids.ts';

/** The vocabularies that come with the package: data/ at its root, beside src/ in a checkout and dist/ when installed. */
export const DATA_DIR = fileURLToPath(new URL('../../data', import.meta.url));

/** The file a list lives in, and the schema of its rows. A missing file is an empty list. */
const LISTS = {
  'people.yaml': Person,
  'offices.yaml': Office,
  'parties.yaml': Party,
  'publishers.yaml': Publisher,
  'topics.yaml': Topic,
  'instruments.yaml': Thing,
  'tracks.yaml': Thing,
  'events.yaml': Thing,
  'places.yaml': Thing,
  'weapons.yaml': Thing,
} as const;

/**
 * Load the vocabularies that come with the package and, laid over them, a folder of one's own: the setting ONRECORD_DATA.
 * A row of one's own replaces the row with its id; cue words are added to those of the language.
 * A row that does not fit its schema is an error that names file, row and field: a vocabulary with a hole would change
 * answers silently.
 */
export function loadRules(dir: string = DATA_DIR, own: string | undefined = process.env.ONRECORD_DATA): Rules {
  const folders = [readFolder(dir), ...(own ? [readFolder(own)] : [])];
  const rows = <T extends z.ZodType<{ id: string }>>(file: keyof typeof LISTS, schema: T): z.infer<T>[] => {
    const byId = new Map<string, z.infer<T>>();
    for (const f of folders)
      for (const row of parse(f.dir, file, f.texts.get(file), z.array(schema))) byId.set(row.id, row);
    return [...byId.values()];
  };
  return {
    revision: hashOf(folders.flatMap((f) => [...f.texts].map(([file, text]) => `${file}\n${text}`)).join('\n')).slice(
      0,
      12,
    ),
    people: rows('people.yaml', Person),
    offices: rows('offices.yaml', Office),
    parties: rows('parties.yaml', Party),
    publishers: rows('publishers.yaml', Publisher),
    topics: rows('topics.yaml', Topic),
    things: [
      ...rows('instruments.yaml', Thing),
      ...rows('tracks.yaml', Thing),
      ...rows('events.yaml', Thing),
      ...rows('places.yaml', Thing),
      ...rows('weapons.yaml', Thing),
    ],
    cues: mergeCues(folders),
  };
}

interface Folder {
  readonly dir: string;
  readonly texts: ReadonlyMap<string, string>;
}

function readFolder(dir: string): Folder {
  const texts = new Map<string, string>();
  try {
    for (const file of readdirSync(dir)
      .filter((f) => f.endsWith('.yaml'))
      .sort())
      texts.set(file, readFileSync(join(dir, file), 'utf8'));
  } catch (error) {
    throw new OnrecordError(
      'usage',
      `vocabularies: ${dir} cannot be read: ${(error as Error).message}`,
      'ONRECORD_DATA names a folder of YAML files.',
      error,
    );
  }
  return { dir, texts };
}

function mergeCues(folders: readonly Folder[]): Record<string, Cues> {
  const merged: Record<string, Record<string, Record<string, string[]>>> = {};
  for (const { dir, texts } of folders)
    for (const [file, text] of texts) {
      const language = /^cues\.([a-z]{2,3})\.yaml$/.exec(file)?.[1];
      if (!language) continue;
      for (const [area, lists] of Object.entries(parse(dir, file, text, Cues))) {
        merged[language] ??= {};
        merged[language][area] ??= {};
        for (const [name, words] of Object.entries(lists))
          merged[language][area][name] = [...(merged[language][area][name] ?? []), ...words];
      }
    }
  return merged;
}

function parse<T extends z.ZodType>(dir: string, file: string, text: string | undefined, schema: T): z.infer<T> {
  const read = schema.safeParse(
    text === undefined ? (file.startsWith('cues.') ? {} : []) : (load(text, { filename: basename(file) }) ?? []),
  );
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  throw new OnrecordError(
    'usage',
    `${join(dir, file)}: ${issue.path.join('.')}: ${issue.message}`,
    'docs/vocabulary.md lists the fields of each vocabulary.',
  );
}
