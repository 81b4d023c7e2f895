import { looksUtf16 } from './see-binary.ts';

/** What is known of the bytes besides themselves. */
export interface DecodeHints {
  /** charset of the HTTP or mail header, when there was one */
  readonly charset?: string | null;
  /** html and xml may declare their charset in their first kilobytes */
  readonly format?: string;
}

/** Old charsets that pages of ministries and the press still come in, with the letters that their languages are made of. */
const CANDIDATES = ['windows-1251', 'koi8-r', 'windows-1252', 'windows-1250'] as const;
const SAMPLE_BYTES = 262_144;

/** The charset to decode with, and why it is not the declared one (null when it is, or when nothing was declared and UTF-8 holds). */
export function detectCharset(bytes: Uint8Array, hints: DecodeHints): { charset: string; why: string | null } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', why: null };
  const wide = looksUtf16(bytes.subarray(0, 65_536));
  if (wide) return { charset: wide, why: null };
  const declared = knownCharset(hints.charset) ?? declaredIn(bytes, hints.format);
  const { high, valid, invalid } = countUtf8(bytes);
  if (high === 0) return { charset: declared?.startsWith('utf-16') ? 'utf-8' : (declared ?? 'utf-8'), why: null };
  if (invalid === 0) {
    // bytes of another charset are almost never valid UTF-8: the proof outweighs the declaration
    const why = declared && declared !== 'utf-8' ? `declared ${declared}, but the bytes are valid UTF-8` : null;
    return { charset: declared && high < 4 && declared !== 'utf-8' ? declared : 'utf-8', why: high < 4 ? null : why };
  }
  // a few broken sequences among many sound ones: a cut or careless UTF-8 page
  if (valid > 20 * invalid) return { charset: 'utf-8', why: null };
  if (declared && declared !== 'utf-8' && !declared.startsWith('utf-16')) return checkDeclared(bytes, declared);
  const guess = likeliest(bytes);
  return {
    charset: guess,
    why: `${declared ? 'declared utf-8' : 'no charset declared'}, but the bytes read as ${guess}`,
  };
}

/** windows-1251 and windows-1252 are declared for each other; the letters tell. */
function checkDeclared(bytes: Uint8Array, declared: string): { charset: string; why: string | null } {
  if (!(CANDIDATES as readonly string[]).includes(declared)) return { charset: declared, why: null };
  const guess = likeliest(bytes);
  const better = plausibility(bytes, guess) - plausibility(bytes, declared);
  // only a clear difference overrules what the page says of itself
  return better > 0.5
    ? { charset: guess, why: `declared ${declared}, but the bytes read as ${guess}` }
    : { charset: declared, why: null };
}

const knownCharset = (label: string | null | undefined): string | null => {
  if (!label) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
};

function declaredIn(bytes: Uint8Array, format: string | undefined): string | null {
  if (format !== 'html' && format !== 'xml') return null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  const label =
    /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,20})/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1];
  return knownCharset(label);
}

/** Counts bytes above 7F, sound multi-byte sequences and broken ones. A sequence cut by the end of the bytes is sound. */
function countUtf8(bytes: Uint8Array): { high: number; valid: number; invalid: number } {
  let high = 0;
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i]!;
    if (b < 0x80) {
      i++;
      continue;
    }
    const length = b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 1;
    let k = 1;
    while (k < length && i + k < bytes.length && (bytes[i + k]! & 0xc0) === 0x80) k++;
    high += k;
    if (length > 1 && (k === length || i + k === bytes.length)) valid++;
    else invalid++;
    i += k;
  }
  return { high, valid, invalid };
}

function likeliest(bytes: Uint8Array): string {
  let best: string = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const charset of CANDIDATES) {
    const score = plausibility(bytes, charset) - (charset === 'windows-1250' ? 0.15 : 0);
    if (score > bestScore + 1e-9) {
      best = charset;
      bestScore = score;
    }
  }
  return best;
}

const COMMON = /[оеаинтсрвлкмдпуя]/;
const CYRILLIC = /[Ѐ-ӿ]/;
const LATIN = /[a-zA-ZÀ-ɏ]/;
/** Letters and marks that western and central European prose really uses above 7F. */
const WESTERN = /[äöüÄÖÜßéèêëàâáçñóòôúùûíìîïœæøåÉÈÀÁÑÓÚÍÇ’‘“”„–—…«»°§€£©®·\u00a0½²³¿¡ºª]/;
const CENTRAL = /[ąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽőűŐŰăşţáéíóúýäöüß’‘“”„–—…«»\u00a0§°]/;

/** How much like prose the high bytes read in a charset: about 1 for the right one, below 0 for a wrong one. */
function plausibility(bytes: Uint8Array, charset: string): number {
  const text = new TextDecoder(charset).decode(bytes.subarray(0, SAMPLE_BYTES));
  let score = 0;
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c < '\u0080') continue;
    n++;
    const before = text[i - 1] ?? ' ';
    if (charset === 'windows-1251' || charset === 'koi8-r') {
      if (CYRILLIC.test(c)) {
        if (LATIN.test(before)) score -= 2;
        else if (c === c.toLowerCase()) score += COMMON.test(c) ? 1.3 : 0.7;
        // a capital after a small letter is the mark of koi8-r read as 1251, and the other way round
        else score += CYRILLIC.test(before) && before === before.toLowerCase() ? -3 : 0.6;
      } else if (!/[№«»“”„’‘–—…\u00a0·§©]/.test(c)) score -= 2;
    } else {
      if (CYRILLIC.test(c)) score -= 2;
      else if ((charset === 'windows-1252' ? WESTERN : CENTRAL).test(c)) score += /[À-ɏ]/.test(before) ? -0.5 : 1;
      else score -= 1.5;
    }
  }
  return n ? score / n : 0;
}
