import type { Block } from '../../model/index.ts';
import { isOpen, type Scene } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';
import { type LabelForm, parseLabel } from './parse-label.ts';
import { readSpeechTitle } from './read-speech-title.ts';

/** A place that looks like a label, before the document as a whole is asked. */
export interface LabelPlace extends LabelForm {
  readonly start: number;
  /** after the label, its sign and the space after it */
  readonly bodyStart: number;
  /** as printed, sign included */
  readonly label: string;
  readonly sign: 'colon' | 'stop' | 'dash' | 'space' | 'line';
  /** where it stands: opening a block, opening a line of one, after the end of a sentence inside one */
  readonly place: 'block' | 'line' | 'inline';
  readonly strong: boolean;
  /** index of the block */
  readonly block: number;
}

// Lines are seldom wrapped at fewer characters, and a line of a turn that ends here ends a sentence.
const WRAP = 50;
// A label longer than this is a sentence with a colon.
const MAX_LABEL = 110;

/** Every place of the document that has the form of a label. */
export function collectLabels(scene: Scene): LabelPlace[] {
  const places: LabelPlace[] = [];
  const strong = strongStarts(scene);
  // markup that says who speaks does not set it as headings too
  const stated = scene.blocks.some((b) => b.utterance);
  scene.blocks.forEach((block, index) => {
    if (!isOpen(block) && (stated || !isInnerHeading(block))) return;
    const text = scene.text.slice(block.start, block.end);
    if (index < HEAD && isSpeechTitle(scene, text)) return;
    const wrapped = isWrapped(scene, index);
    for (const { at, place } of startsOf(text)) {
      if (place === 'line' && !endsSentence(text, at)) continue;
      if (place !== 'block' && followsTitle(text, at, scene)) continue;
      const start = block.start + at;
      const found = readLabel(scene, start, block.end, place, strong.get(start) ?? null);
      // As good as one in mid-paragraph: only what is unmistakable, or known from elsewhere, is taken there.
      const stands = place === 'block' && wrapped && !(found?.titled && found.capitals) ? 'inline' : place;
      if (found) places.push({ ...found, place: stands, strong: strong.has(start), block: index });
    }
  });
  return places;
}

// A title stands among the first blocks.
const HEAD = 3;

/** `Council of Varnia: Press remarks by President Marenko`: what stands before the colon is whose page it is, not who speaks. */
function isSpeechTitle(scene: Scene, text: string): boolean {
  const line = text.trim();
  const colon = line.indexOf(': ');
  if (colon < 0 || line.length > MAX_TITLE || /[.?!…]["”»]?$|\n/u.test(line)) return false;
  return readSpeechTitle([line.slice(colon + 2)], scene.words) !== null;
}
// A title is longer than a label.
const MAX_TITLE = 200;

/** `<h3>Question</h3>`: some publishers set who speaks as headings. */
const isInnerHeading = (block: Block) => block.kind === 'heading' && block.zone === 'heading' && !block.utterance;

/** Places of a block where a label may stand: its start, its lines, and after the end of a sentence. */
function* startsOf(text: string): Generator<{ at: number; place: LabelPlace['place'] }> {
  yield { at: 0, place: 'block' };
  const next = /\n[^\S\n]*(?=\S)|[.?!…:;)\]"”»—-][^\S\n]+(?=["“«[(]?\p{Lu})|(?<![^\S\n])[^\S\n]{3,}(?=\p{Lu})/gu;
  for (const m of text.matchAll(next))
    yield { at: m.index + m[0].length, place: m[0].startsWith('\n') ? 'line' : 'inline' };
}

/** A hard wrap is no place for a label: the line before must end a sentence. */
function endsSentence(text: string, at: number): boolean {
  if (opensParagraph(text, at)) return true;
  return /[.?!…:;"”»’')\]–—-]$/u.test(text.slice(Math.max(0, at - 40), at).trimEnd());
}

/** `… and thank Dr. Arden: …`: the stop before a name may be that of its title. */
function followsTitle(text: string, at: number, scene: Scene): boolean {
  const word = /\S+$/.exec(text.slice(Math.max(0, at - 40), at).trimEnd())?.[0] ?? '';
  return word.endsWith('.') && listOf(scene.words, 'titles').has(foldLabel(word));
}

/** A reader of hard-wrapped text may cut before what looks like a label; the line before then ends in mid-sentence. */
function isWrapped({ text, blocks }: Scene, index: number): boolean {
  const before = blocks[index - 1];
  if (!before || before.kind === 'heading' || /\n[^\S\n]*\n/.test(text.slice(before.end, blocks[index]!.start)))
    return false;
  const line = text.slice(Math.max(before.start, text.lastIndexOf('\n', before.end - 1) + 1), before.end);
  return line.length >= WRAP && /[\p{Ll},]$/u.test(line);
}

/** Set in by more than the line before, or after an empty line. */
function opensParagraph(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(text.lastIndexOf('\n', line - 2) + 1, Math.max(0, line - 1));
  return !/\S/.test(before) || at - line >= before.length - before.trimStart().length + 2;
}

type Found = Omit<LabelPlace, 'place' | 'strong' | 'block'>;

function readLabel(
  scene: Scene,
  start: number,
  end: number,
  place: LabelPlace['place'],
  strongEnd: number | null,
): Found | null {
  const head = scene.text.slice(start, Math.min(end, start + MAX_LABEL));
  return (
    readLetter(scene, start, head, place) ??
    readColon(scene, start, head, end, place) ??
    (place === 'inline' ? null : (readTimed(scene, start, head) ?? readStopDash(scene, start, head))) ??
    (place === 'inline' ? null : (readNumbered(scene, start, head) ?? readStop(scene, start, head))) ??
    (place === 'inline' ? null : readDash(scene, start, head)) ??
    (place === 'block' ? readLine(scene, start, end, strongEnd) : null)
  );
}

/** `Q  Will you …`, `Q: …`, `Q. …`, `Q - …`, `A. …`: a lone letter of the lists. */
function readLetter(scene: Scene, start: number, head: string, place: LabelPlace['place']): Found | null {
  const m = /^(\p{Lu})(\d{0,2})(\s{0,3}(?:\.[–—-]|[:.)–—-])(?=\s|$)\s*|\s+|$)/u.exec(head);
  if (!m) return null;
  const key = foldLabel(m[1]!);
  const sign = m[3]!.trim();
  const role = roleOfLetter(key, sign, scene);
  if (!role) return null;
  // Inside a line, and for letters that are also words (`A treaty`), one space is not enough.
  const wide = /\s{2}|[\u00a0\t]|^$/.test(m[3]!);
  const isWord = listOf(scene.words, 'letters-that-are-words').has(key);
  if (!sign && (place === 'inline' || isWord) && !(wide && place !== 'inline')) return null;
  if (!sign && isWord && !wide) return null;
  const label = m[1]! + m[2]! + (/^(?:[:.]|\.[–—-])$/.test(sign) ? sign : '');
  return {
    key,
    role,
    titled: false,
    office: false,
    capitals: true,
    size: 1,
    start,
    bodyStart: start + m[0].length,
    label,
    sign: sign === ':' || sign.length === 2 ? 'colon' : sign === '.' ? 'stop' : sign ? 'dash' : 'space',
  };
}

/** `Q` is read in every text; `R`, `F`, `В` are initials elsewhere, so only in their own language and not before a stop. */
function roleOfLetter(key: string, sign: string, { words, facts, rules }: Scene): 'question' | 'answer' | null {
  for (const role of ['question', 'answer'] as const) {
    if (listOf(words, `${role}-labels`).has(key)) return role;
    const own = rules.cues[facts.language?.split('-')[0] ?? '']?.voices?.[`${role}-letters`];
    if (/^(?:[:–—-]|\.[–—-])$/.test(sign) && own?.includes(key)) return role;
  }
  return null;
}

// What stands before a name: the time into the recording, chevrons, a dash, the little pictures of a messenger.
const LEAD =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s{0,3}(?:[-–—]\s)?)?(?:>{1,3}\s{0,2}|[-–—•]\s|(?:\p{Extended_Pictographic}[\uFE0F\u200D]?){1,3}\s{0,2})?/u;

/** `NAME: …`, `Minister Ilse Marenko (through interpreter): …`, `[00:12] Anna Cole: …`, `Minister Marenko:We …` */
function readColon(scene: Scene, start: number, head: string, end: number, place: LabelPlace['place']): Found | null {
  // Most places have none, and this is asked after every sentence.
  if (!/[:：]/.test(head)) return null;
  const lead = LEAD.exec(head)![0].length;
  const m = /^((?:[^\n:：(]|\([^()\n]{0,60}\)){1,100}?)\s?([:：])(?=\s|["“«„(*[]|$|\p{Lu}|\p{Lo})[*_]*\s*/u.exec(
    joinLines(head.slice(lead)),
  );
  if (!m || start + lead + m[0].length > end) return null;
  const form = parseLabel(m[1]!, scene.words);
  if (!form) return null;
  // A space was forgotten behind what can only be a label; ideographs need none.
  if (/[:：][\p{Lu}\p{Lo}]$/u.test(head.slice(lead, lead + m[0].length + 1)) && !standsWithoutSpace(form, m[0], place))
    return null;
  const bodyStart = start + lead + m[0].length;
  return { ...form, start, bodyStart, label: scene.text.slice(start + lead, bodyStart).trimEnd(), sign: 'colon' };
}

/** `Anna Cole [00:12] Welcome`, `Anna Cole (00:12): …`: the time into the recording stands for the colon. */
function readTimed(scene: Scene, start: number, head: string): Found | null {
  const m = /^(\p{Lu}[^\n:[(]{1,60}?)\s{1,3}[[(]\d{1,2}:\d{2}(?::\d{2})?[\])][:\s]\s*/u.exec(head);
  const form = m && parseLabel(m[1]!, scene.words);
  return form ? { ...form, start, bodyStart: start + m[0].length, label: m[1]!, sign: 'colon' } : null;
}

/** `Ilse Marenko.- Gracias.`, `Sra. Marenko (Moderadora).– Buenos días.`: what Spanish print has for a colon. */
function readStopDash(scene: Scene, start: number, head: string): Found | null {
  const m = /^(\p{Lu}[^\n:]{1,80}?)\.\s?[-–—]{1,2}\s+(?=\S)/u.exec(head);
  const form = m && parseLabel(m[1]!, scene.words);
  if (!form) return null;
  const label = scene.text.slice(start, start + m[0].trimEnd().length);
  return { ...form, start, bodyStart: start + m[0].length, label, sign: 'colon' };
}

const standsWithoutSpace = (form: LabelForm, label: string, place: LabelPlace['place']) =>
  place === 'block' && (form.role !== null || form.titled || /[\p{Script=Han}\p{Script=Hangul}：]/u.test(label));

/** `Question 1. When …`, `Answer. We …`: a word of the lists before a stop. */
function readNumbered(scene: Scene, start: number, head: string): Found | null {
  const m = /^(\p{Lu}\p{L}{3,12}(?:\s?[#№]?\s?\d{1,3})?)\.\s+(?=[\p{Lu}\p{Lo}"“«„])/u.exec(head);
  const form = m && parseLabel(m[1]!, scene.words);
  if (!form || (form.role !== 'question' && form.role !== 'answer')) return null;
  const label = scene.text.slice(start, start + m![0].trimEnd().length);
  return { ...form, start, bodyStart: start + m![0].length, label, sign: 'stop' };
}

/** `Mr. ARDEN of Ohio. …`, `The PRESIDENT pro tempore. …`: the name stands in capitals. */
function readStop(scene: Scene, start: number, head: string): Found | null {
  const m =
    /^((?:\p{L}[\p{L}.'’-]*\s){0,4}?\p{Lu}[\p{Lu}\p{Ll}'’-]*\p{Lu}(?:\s[\p{L}'’-]+){0,4}?(?:\s\([^()\n]{1,40}\))?)\.(?:\s+(?=[\p{Lu}\p{Lo}"“‘«'([`–—-])|$)/u.exec(
      joinLines(head),
    );
  if (!m) return null;
  const form = parseLabel(m[1]!, scene.words);
  if (!/\p{Lu}{2}/u.test(m[1]!)) return null;
  return form
    ? {
        ...form,
        start,
        bodyStart: start + m[0].length,
        label: scene.text.slice(start, start + m[0].trimEnd().length),
        sign: 'stop',
      }
    : null;
}

/** `Marenko – We are ready.` */
function readDash(scene: Scene, start: number, head: string): Found | null {
  const m = /^([^\n–—-]{2,50}?)\s[–—-]{1,2}\s+(?=\S)/u.exec(head);
  const form = m && parseLabel(m[1]!, scene.words);
  return form ? { ...form, start, bodyStart: start + m[0].length, label: m[1]!, sign: 'dash' } : null;
}

/** A block that is nothing but a name, or opens with one in bold. */
function readLine(scene: Scene, start: number, end: number, strongEnd: number | null): Found | null {
  const firstLine = scene.text.indexOf('\n', start);
  const stop = Math.min(strongEnd ?? end, end, firstLine < 0 ? end : firstLine);
  if (stop - start > 60 || stop - start < 2 || /[[(]/.test(scene.text[start]!)) return null;
  const printed = scene.text.slice(start, stop).trimEnd();
  const label = printed.replace(/\s*[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?$/, '');
  const form = parseLabel(label.replace(/[:.]$/, ''), scene.words);
  if (!form) return null;
  let bodyStart = start + printed.length;
  while (bodyStart < end && /\s/.test(scene.text[bodyStart]!)) bodyStart++;
  return { ...form, start, bodyStart, label, sign: 'line' };
}

/** Hard wraps do not end a label; offsets stay. */
const joinLines = (head: string) => head.replace(/\n(?!\s*\n)/g, ' ');

/** Where bold words open, and how far each reaches. */
function strongStarts(scene: Scene): Map<number, number> {
  const starts = new Map<number, number>();
  for (const mark of scene.marks) if (mark.kind === 'strong') starts.set(mark.start, mark.end);
  return starts;
}
