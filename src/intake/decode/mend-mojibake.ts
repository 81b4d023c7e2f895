/** Charsets in which UTF-8 is misread, with a cheap sign that it happened: a lead byte's letter and a continuation byte's. */
const MISREADINGS = [
  { charset: 'windows-1252', sign: /[ÂÃâÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g },
  {
    charset: 'windows-1251',
    sign: /(?:[РС][\u00a0-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї]){2}|вЂ[\u0080-\u00ffЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ¦]/g,
  },
] as const;
/** Fewer signs may be a page that talks about encodings. */
const LEAST_SIGNS = 3;

/**
 * Mend UTF-8 that was decoded as windows-1252 or windows-1251 (`donâ€™t` -> `don’t`), run by run: a run is mended only if its
 * letters, as bytes of that charset, are valid UTF-8. Null when there is nothing to mend.
 */
export function mendMojibake(text: string): { text: string; why: string } | null {
  for (const { charset, sign } of MISREADINGS) {
    if (countUpTo(text, sign, LEAST_SIGNS) < LEAST_SIGNS) continue;
    const back = reverseTable(charset);
    const run = new RegExp(
      `[${[...back.keys()].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}]{2,}`,
      'g',
    );
    let mended = 0;
    let example = '';
    const result = text.replace(run, (letters) => {
      const good = decodeRun(letters, back);
      if (good === null) return letters;
      mended += good.sequences;
      if (!example) example = `${letters.slice(0, 12)} -> ${good.text.slice(0, 6)}`;
      return good.text;
    });
    if (mended >= LEAST_SIGNS)
      return { text: result, why: `UTF-8 had been read as ${charset}; ${mended} letters were mended (${example})` };
  }
  return null;
}

function countUpTo(text: string, sign: RegExp, most: number): number {
  let n = 0;
  sign.lastIndex = 0;
  while (n < most && sign.exec(text)) n++;
  return n;
}

/** Letter -> byte for the upper half of a single-byte charset. */
function reverseTable(charset: string): Map<string, number> {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number>();
  for (let b = 0x80; b < 0x100; b++) {
    const c = decoder.decode(new Uint8Array([b]));
    if (c !== '\uFFFD') table.set(c, b);
  }
  return table;
}

/**
 * A run as UTF-8; null when it is not valid from end to end, save for sound letters around it: the longest valid
 * stretches are mended and nothing else is touched.
 */
function decodeRun(letters: string, back: ReadonlyMap<string, number>): { text: string; sequences: number } | null {
  const bytes = Uint8Array.from(letters, (c) => back.get(c)!);
  let out = '';
  let sequences = 0;
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i]!;
    const length = b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
    let k = 1;
    while (length && k < length && i + k < bytes.length && (bytes[i + k]! & 0xc0) === 0x80) k++;
    if (length && k === length) {
      out += new TextDecoder('utf-8').decode(bytes.subarray(i, i + length));
      sequences++;
      i += length;
    } else {
      // a sound run has no half of a broken letter in it: «Ñ» of a Spanish page stays
      if (length === 0 && (b & 0xc0) !== 0x80 && !sequences) return null;
      out += letters[i];
      i++;
    }
  }
  return sequences ? { text: out, sequences } : null;
}
