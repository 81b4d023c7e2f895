import type { Rules } from '../../model/index.ts';
import { type Pattern, PatternSet } from '../../text/patterns/pattern-set.ts';

/** A template of data/cues.<lang>.yaml as one regular expression over folded text. */
export interface DateTemplate {
  readonly reader: string;
  readonly pattern: Pattern;
  /** Classes without which it cannot match: a cheap test before the expression runs. */
  readonly needs: readonly string[];
}

/** The `dates:` cues of one language, compiled once per Rules. */
export interface DateLexicon {
  readonly language: string;
  readonly valueOf: (kind: string, word: string) => string | null;
  readonly has: (kind: string, word: string) => boolean;
  readonly words: (kind: string) => readonly string[];
  readonly templates: readonly DateTemplate[];
  /** the expressions of the templates */
  readonly set: PatternSet;
  /** first token of a cue -> the classes it may open */
  readonly openers: ReadonlyMap<string, readonly string[]>;
}

/** Classes that are numbers, not words; every one of them is triggered by a digit. */
const NUMERIC: Readonly<Record<string, string>> = {
  year: '(?:1[0-9]|20|21)\\d\\d',
  tens: '(?:1[0-9]|20)\\d0',
  qnum: '[1-4]',
  clock: '(?:[01]?\\d|2[0-4])',
  minute: '[0-5]\\d',
};
/** The limits of a word. */
const BEHIND = String.raw`(?<![\p{L}\p{N}])`;
const AHEAD = String.raw`(?![\p{L}\p{N}])`;
/** Dates in figures alone are written alike in every language. */
const IN_FIGURES: readonly {
  readonly reader: string;
  readonly body: string;
  readonly behind: string;
  readonly ahead: string;
}[] = [
  {
    reader: 'iso-date',
    body: String.raw`(?<y>(?:19|20)\d\d)-(?<m>[01]\d)-(?<d>[0-3]\d)`,
    behind: BEHIND,
    ahead: AHEAD,
  },
  {
    reader: 'numeric-date',
    body: String.raw`(?<a>[0-3]?\d)(?<sep>[./-])(?<b>[0-3]?\d)\k<sep>(?<y>(?:19|20)\d\d)`,
    behind: BEHIND,
    ahead: AHEAD,
  },
  {
    reader: 'numeric-month',
    body: String.raw`(?<m>0?[1-9]|1[0-2])\s?\/\s?(?<y>(?:19|20)\d\d)|(?<y2>(?:19|20)\d\d)\s?\/\s?(?<m2>0?[1-9]|1[0-2])`,
    behind: String.raw`(?<![\p{L}\p{N}/.-])`,
    ahead: String.raw`(?![\p{L}\p{N}/.-])`,
  },
];
const cache = new WeakMap<Rules, Map<string, DateLexicon>>();

/** The compiled lexicons of the rules' languages that have a `dates:` section. */
export function dateLexicons(rules: Rules): ReadonlyMap<string, DateLexicon> {
  const known = cache.get(rules);
  if (known) return known;
  const made = new Map<string, DateLexicon>();
  for (const [language, cues] of Object.entries(rules.cues))
    if (cues.dates) made.set(language, compileLexicon(language, cues.dates));
  cache.set(rules, made);
  return made;
}

/** Lower case without changing any offset; typographic apostrophes become plain. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : [...text].map(foldLetter).join('');
  return same.replace(/[’ʼ]/g, "'").replace(/ё/g, 'е');
}
const foldLetter = (c: string) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c);

function compileLexicon(language: string, section: Readonly<Record<string, readonly string[]>>): DateLexicon {
  const classes = new Map<string, Map<string, string>>();
  for (const [name, entries] of Object.entries(section)) {
    if (name.startsWith('read-')) continue;
    const words = new Map<string, string>();
    for (const entry of entries) {
      const at = entry.lastIndexOf('=');
      words.set(foldCase(at > 0 ? entry.slice(0, at) : entry), at > 0 ? entry.slice(at + 1) : '');
    }
    classes.set(name, words);
  }
  const sources = new Map<string, string>();
  const sourceOf = (name: string): string => {
    const known = sources.get(name);
    if (known !== undefined) return known;
    const made = NUMERIC[name] ?? composite(name, classes) ?? alternatives(classes.get(name));
    sources.set(name, made);
    return made;
  };
  const openers = new Map<string, Set<string>>();
  const open = (word: string, name: string) => {
    const token = /[\p{L}\p{N}]+\*?/u.exec(word)?.[0];
    if (token) openers.set(token, (openers.get(token) ?? new Set()).add(name));
  };
  for (const [name, words] of classes) for (const word of words.keys()) open(word, OPENS[name] ?? name);
  const set = new PatternSet();
  const templates: DateTemplate[] = IN_FIGURES.map(({ reader, body, behind, ahead }) => ({
    reader,
    pattern: set.add(body, 'u', behind, ahead),
    needs: ['digit'],
  }));
  for (const [name, list] of Object.entries(section)) {
    if (!name.startsWith('read-')) continue;
    for (const template of list) {
      const body = template
        .replace(/(?<!\(\?|\\k)<([a-z]+(?:-[a-z]+)*)(?::(\d))?>/g, (_, slot: string, n?: string) => {
          return `(?<${slot.replace(/-/g, '_')}${n ?? ''}>${sourceOf(slot)})`;
        })
        .replace(/\[ -\]/g, '[\\s-]')
        .replace(/ \?/g, '\\s{0,4}')
        .replace(/ /g, '\\s{1,4}');
      templates.push({
        reader: name.slice(5),
        pattern: set.add(body, 'u', BEHIND, AHEAD),
        needs: requiredSlots(template),
      });
    }
  }
  return {
    language,
    valueOf: (kind, word) => lookUp(classes.get(kind), word.replace(/\s+/g, ' ')),
    has: (kind, word) => lookUp(classes.get(kind), word.replace(/\s+/g, ' ')) !== null,
    words: (kind) => [...(classes.get(kind)?.keys() ?? [])],
    templates,
    set,
    openers: new Map([...openers].map(([token, names]) => [token, [...names]])),
  };
}

/** How many letters an ending (`*` in a cue) may have. */
const ENDING = 5;
function lookUp(words: ReadonlyMap<string, string> | undefined, word: string): string | null {
  if (!words) return null;
  const exact = words.get(word);
  if (exact !== undefined) return exact;
  for (let cut = 0; cut <= ENDING && cut < word.length - 1; cut++) {
    const stem = words.get(`${word.slice(0, word.length - cut)}*`);
    if (stem !== undefined) return stem;
  }
  return null;
}

/** Classes whose words open a class made of several. */
const OPENS: Readonly<Record<string, string>> = { number: 'num', 'dom-word': 'dom' };

function composite(name: string, classes: ReadonlyMap<string, ReadonlyMap<string, string>>): string | null {
  if (name === 'num') {
    const words = alternatives(classes.get('number'));
    return `(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|${words}(?:[\\s-]${words})?)(?:\\s${alternatives(classes.get('number-half'))})?`;
  }
  if (name === 'dom')
    return `(?:(?:3[01]|[12]\\d|0?[1-9])(?:-?${alternatives(classes.get('dom-suffix'))})?|${alternatives(classes.get('dom-word'))})`;
  if (name === 'domth') return `(?:3[01]|[12]\\d|0?[1-9])-?${alternatives(classes.get('dom-suffix'))}`;
  return null;
}

function alternatives(words: ReadonlyMap<string, string> | undefined): string {
  if (!words?.size) return '(?:(?!))';
  const escaped = [...words.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escapeWord);
  return `(?:${escaped.join('|')})`;
}
/** `*` at the end of a cue stands for the endings of an inflected word. */
const escapeWord = (word: string) =>
  word
    .replace(/[\\^$.|?+()[\]{}]/g, '\\$&')
    .replace(/\*/g, `\\p{L}{0,${ENDING}}`)
    .replace(/ /g, '\\s{1,4}');

/** Slots outside optional and alternative groups; `digit` for the numeric ones. */
function requiredSlots(template: string): string[] {
  // a group that a template names itself is no class; what is glued to a group opens no word ("двух" + "летний")
  let rest = template.replace(/\(\?<[a-z]+>/g, '(').replace(/\)<[a-z-]+(?::\d)?>/g, ')');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(/\((?:\?:)?[^()]*\)\?/g, '')
      .replace(/\((?:\?:)?[^()]*\|[^()]*\)/g, '')
      .replace(/\((?:\?:)?([^()|]*)\)(?!\?)/g, '$1');
  }
  const slots = [...rest.matchAll(/(?<!\(\?)<([a-z-]+)(?::\d)?>/g)].map((m) => m[1]!);
  return [...new Set(slots)].map((slot) => (slot in NUMERIC || slot === 'domth' ? 'digit' : slot));
}

/** The classes whose words occur in a folded passage; a digit opens every numeric one. */
export function classesIn(folded: string, lexicon: DateLexicon): Set<string> {
  const found = new Set<string>();
  for (const m of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    for (const name of lexicon.openers.get(m[0]) ?? []) found.add(name);
    if (m[0].charCodeAt(0) >= 0x400)
      for (let cut = 0; cut <= ENDING && cut < m[0].length - 1; cut++)
        for (const name of lexicon.openers.get(`${m[0].slice(0, m[0].length - cut)}*`) ?? []) found.add(name);
    const c = m[0].charCodeAt(0);
    const last = m[0].charCodeAt(m[0].length - 1);
    // "q3" ends with its digit
    if ((c >= 48 && c <= 57) || (last >= 48 && last <= 57)) {
      found.add('digit');
      found.add('num');
      found.add('dom');
    }
  }
  return found;
}
