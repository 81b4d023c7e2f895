import { type DecodedSource, type Finding, OnrecordError, type SourceFormat } from '../../core/model/index.ts';
import { decodeBytesLiterals } from './decode-bytes-literal.ts';
import { detectCharset } from './detect-charset.ts';
import { mendMojibake } from './mend-mojibake.ts';
import { seeBinary } from './see-binary.ts';

/**
 * Bytes of html, text, markdown or xml to a string, whatever was declared: byte order mark, then proof (valid UTF-8 is
 * UTF-8), then the declaration, then the likeliest of the old charsets. Afterwards double encodings are mended, each with a finding.
 *
 * Line ends are kept as they are: the text of a plain file is the file. Throws `unreadable` when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, name: string, format: SourceFormat, mediaType: string): DecodedSource {
  const binary = seeBinary(bytes);
  if (binary)
    throw new OnrecordError(
      'unreadable',
      `${name}: the bytes are ${binary}, not text`,
      'Give the file its right ending, or save its text as .txt, .html, .md or .pdf.',
    );
  const findings: Finding[] = [];
  const note = (rule: string, severity: Finding['severity'], why: string) =>
    findings.push({ stage: 'decode', rule, severity, why });
  const declared = /charset\s*=\s*["']?([\w-]{2,20})/i.exec(mediaType)?.[1] ?? null;
  const { charset, why } = detectCharset(bytes, { charset: declared, format });
  if (why) note('charset', 'info', why);
  let text = new TextDecoder(charset).decode(bytes);
  const bad = countReplaced(text) - (charset === 'utf-8' ? countEncodedReplacements(bytes) : 0);
  if (bad > 0) note('invalid-bytes', 'warning', `${bad} byte sequences are not valid ${charset} and became U+FFFD`);
  const literal = format === 'xml' ? null : decodeBytesLiterals(text);
  if (literal) {
    text = literal.text;
    note('bytes-literal', 'warning', literal.why);
  }
  const mended = mendMojibake(text);
  if (mended) {
    text = mended.text;
    note('mojibake', 'warning', mended.why);
  }
  if (!/\S/.test(text)) throw new OnrecordError('unreadable', `${name}: no text in it`, 'Nothing was stored.');
  return { name, format, mediaType, text, findings };
}

function countReplaced(text: string): number {
  let n = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) n++;
  return n;
}

/** U+FFFD that the source itself holds (EF BF BD): somebody else's loss, not ours. */
function countEncodedReplacements(bytes: Uint8Array): number {
  let n = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) n++;
  return n;
}
