import { type CaptionCue, type Clue, type DecodedSource, type Finding, OnrecordError } from '../../core/model/index.ts';

/** 00:01:02.500 (WebVTT), 00:01:02,500 (SubRip), 01:02.500 without hours. */
const TIMING = /^\s*(\d{1,3}:)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(\d{1,3}:)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  '#39': "'",
};

/** WebVTT and SubRip into cues: one a voice, tags taken off, lines kept. What has no timing is no cue. */
export function decodeCaptions(source: DecodedSource): DecodedSource {
  const { blocks, header } = blocksOf(source.text ?? '');
  const cues: CaptionCue[] = [];
  let broken = 0;
  for (const block of blocks) {
    const at = block.findIndex((line) => line.includes('-->'));
    if (at < 0 || at > 1) {
      if (at > 1) broken++;
      continue;
    }
    const time = TIMING.exec(block[at]!);
    if (!time) {
      broken++;
      continue;
    }
    const start = seconds(time[1], time[2]!, time[3]!, time[4]!);
    const end = seconds(time[5], time[6]!, time[7]!, time[8]!);
    for (const { voice, text } of voicesOf(block.slice(at + 1).join('\n'))) cues.push({ start, end, text, voice });
  }
  if (!cues.length)
    throw new OnrecordError(
      'unreadable',
      `${source.name}: no caption in it has words and a time`,
      'Nothing was stored.',
    );
  const findings: Finding[] = broken
    ? [
        {
          stage: 'decode',
          rule: 'captions-broken-times',
          severity: 'warning',
          why: `${broken} captions have no time that can be read and were left out`,
        },
      ]
    : [];
  const { text: _, ...rest } = source;
  return { ...rest, format: 'captions', cues, clues: cluesOf(header), findings: [...source.findings, ...findings] };
}

/** Blocks of lines parted by empty lines; the header of a WebVTT file apart, its comments and style sheets left out. */
function blocksOf(text: string): { blocks: string[][]; header: string[] } {
  const blocks: string[][] = [[]];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    if (line.trim() !== '') blocks.at(-1)!.push(line);
    else if (blocks.at(-1)!.length) blocks.push([]);
  }
  const header = /^WEBVTT/.test(blocks[0]?.[0] ?? '') ? blocks[0]! : [];
  const rest = header.length && !header.some((l) => l.includes('-->')) ? blocks.slice(1) : blocks;
  return { header, blocks: rest.filter((b) => b.length && !/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(b[0]!)) };
}

const seconds = (h: string | undefined, m: string, s: string, ms: string) =>
  (h ? Number.parseInt(h, 10) : 0) * 3600 + Number(m) * 60 + Number(s) + Number(ms.padEnd(3, '0')) / 1000;

/** The words of a cue by the voice tags inside it. */
function voicesOf(text: string): { voice: string | null; text: string }[] {
  const out: { voice: string | null; text: string }[] = [];
  let voice: string | null = null;
  let from = 0;
  const add = (end: number) => {
    const words = plain(text.slice(from, end)).trim();
    if (words) out.push({ voice, text: words });
  };
  for (const m of text.matchAll(/<(?:v(?:\.[\w.-]{1,60})?(?:[ \t]+([^<>\n]{1,120}))?|\/v)>/g)) {
    add(m.index);
    voice = m[1] ? plain(m[1]).trim() || null : null;
    from = m.index + m[0].length;
  }
  add(text.length);
  return out;
}

/** Without tags, time stamps and SubRip's {\an8}; entities as their characters. */
const plain = (text: string) =>
  text
    .replace(/<[^<>\n]{0,200}>/g, '')
    .replace(/\{\\[^{}\n]{0,40}\}/g, '')
    .replace(/&(#?\w{1,6});/g, (whole, name: string) => ENTITIES[name] ?? whole);

function cluesOf(header: readonly string[]): Clue[] {
  const title = /^WEBVTT[ \t]+(?:-[ \t]*)?(\S.{0,300})$/.exec(header[0] ?? '')?.[1];
  const language = header.map((l) => /^Language:\s*([\w-]{2,12})\s*$/i.exec(l)?.[1]).find(Boolean);
  return [
    ...(title ? [{ field: 'title', value: title.trim(), rule: 'vtt-header' }] : []),
    ...(language ? [{ field: 'language', value: language, rule: 'vtt-header' }] : []),
  ];
}
