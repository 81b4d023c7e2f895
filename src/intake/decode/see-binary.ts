/** Opening bytes of what is often saved under a text's name. The PDF and zip readers take theirs before we are asked. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a zip archive or an Office document'],
  ['\x89PNG', 'a PNG picture'],
  ['\xFF\xD8\xFF', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\x1F\x8B', 'gzip data'],
  ['\xD0\xCF\x11\xE0', 'an old Office document'],
  ['\x7FELF', 'a program'],
  ['MZ\x90', 'a program'],
  ['SQLite format 3', 'a SQLite database'],
  ['{\\rtf', 'an RTF document'],
  ['OggS', 'an audio file'],
  ['ID3', 'an audio file'],
  ['RIFF', 'a media file'],
];
/** How much of a file is looked at; the start tells. */
const SAMPLE_BYTES = 65_536;
/** Text has almost no control characters; 2 % allows for form feeds and stray escapes of old news wires. */
const CONTROL_SHARE = 0.02;

/** What kind of binary data the bytes are, in words; null when they may be text. */
export function seeBinary(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  for (const [signature, name] of SIGNATURES) if (head.startsWith(signature)) return name;
  if (head.slice(4, 8) === 'ftyp') return 'a media file';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (looksUtf16(sample)) return null;
  let control = 0;
  let nul = 0;
  for (const b of sample) {
    if (b === 0) nul++;
    else if (b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27 && b !== 26) control++;
  }
  // one NUL may be an accident; many are a binary format
  return nul > sample.length * 0.001 + 1 || control > sample.length * CONTROL_SHARE + 2 ? 'binary data' : null;
}

/** UTF-16 by its byte order mark, or by NULs that stand at every second byte only. */
export function looksUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const n = Math.min(sample.length & ~1, 4096);
  if (n < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  // markup and spaces make a third of the letters ASCII even in Cyrillic pages
  if (odd > n * 0.12 && even < n * 0.005) return 'utf-16le';
  if (even > n * 0.12 && odd < n * 0.005) return 'utf-16be';
  return null;
}
