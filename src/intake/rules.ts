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
 * Load the vocabularies of a folder. A row that does not fit its schema is an error that names file, row and field:
 * a vocabulary with a hole would change answers silently.
 */
export function loadRules(dir: string = DATA_DIR): Rules {
  const texts = new Map<string, string>();
  for (const file of readdirSync(dir)
    .filter((f) => f.endsWith('.yaml'))
    .sort())
    texts.set(file, readFileSync(join(dir, file), 'utf8'));
  const rows = <T extends z.ZodType>(file: keyof typeof LISTS, schema: T) =>
    parse(file, texts.get(file), z.array(schema));
  const cues: Record<string, Cues> = {};
  for (const [file, text] of texts) {
    const language = /^cues\.([a-z]{2,3})\.yaml$/.exec(file)?.[1];
    if (language) cues[language] = parse(file, text, Cues);
  }
  return {
    revision: hashOf([...texts].map(([file, text]) => `${file}\n${text}`).join('\n')).slice(0, 12),
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
    cues,
  };
}

function parse<T extends z.ZodType>(file: string, text: string | undefined, schema: T): z.infer<T> {
  const read = schema.safeParse(text === undefined ? [] : (load(text, { filename: basename(file) }) ?? []));
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  throw new OnrecordError(
    'usage',
    `data/${file}: ${issue.path.join('.')}: ${issue.message}`,
    'docs/vocabulary.md lists the fields of each vocabulary.',
  );
}
