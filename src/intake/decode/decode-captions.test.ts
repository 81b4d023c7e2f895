import { expect, test } from 'vitest';
import { decode } from './index.ts';

const cuesOf = async (text: string, name: string) => {
  const [member] = await decode(Buffer.from(text), name);
  if (!member || 'error' in member) throw member?.error;
  return member.source;
};

test('WebVTT: mark, header, comments, styles, settings, voices, tags and entities', async () => {
  const source = await cuesOf(
    '\uFEFFWEBVTT - Briefing of 7 May\r\nKind: captions\r\nLanguage: en\r\n\r\nNOTE made by hand\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nintro\r\n00:01.000 --> 00:03.500 align:start\r\n<v.loud Ilse Marenko>We <i>stay</i> &amp; <00:02.000><c>wait</c>.</v>\r\n<v Per Orn>Why?\r\n\r\n00:04.000 --> 00:05.000\r\nBecause.\r\n',
    'talk.bin.vtt',
  );
  expect(source.cues).toEqual([
    { start: 1, end: 3.5, voice: 'Ilse Marenko', text: 'We stay & wait.' },
    { start: 1, end: 3.5, voice: 'Per Orn', text: 'Why?' },
    { start: 4, end: 5, voice: null, text: 'Because.' },
  ]);
  expect(source.clues).toEqual([
    { field: 'title', value: 'Briefing of 7 May', rule: 'vtt-header' },
    { field: 'language', value: 'en', rule: 'vtt-header' },
  ]);
});

test('SubRip is known by its form, not its name; a broken time is a finding', async () => {
  const source = await cuesOf(
    '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}We stay.\n\n2\n00:00:xx --> 00:00:04\nLost.\n\n3\n01:00:05,50 --> 01:00:06,000\nGood.\n',
    'talk',
  );
  expect(source.cues!.map((c) => [c.start, c.text])).toEqual([
    [1, 'We stay.'],
    [3605.5, 'Good.'],
  ]);
  expect(source.findings.map((f) => f.rule)).toEqual(['captions-broken-times']);
});

test('captions without any cue are unreadable', async () => {
  await expect(cuesOf('WEBVTT\n\nNOTE nothing\n', 'a.vtt')).rejects.toMatchObject({ code: 'unreadable' });
});
