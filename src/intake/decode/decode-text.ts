import { type DecodedSource, type Finding, OnrecordError, type SourceFormat } from '../../core/model/index.ts';

/** Bytes of html, text or markdown to a string: byte order mark, then declared charset, then UTF-8, then windows-1252. */
export function decodeText(bytes: Uint8Array, name: string, format: SourceFormat, mediaType: string): DecodedSource {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared = /charset=["']?([\w-]+)/i.exec(mediaType)?.[1] ?? /charset=["']?([\w-]+)/i.exec(head)?.[1];
  const findings: Finding[] = [];
  let text = tryDecode(bytes, byteOrderMark(bytes) ?? 'utf-8');
  if (text === null && declared) text = tryDecode(bytes, declared);
  if (text === null) {
    text = new TextDecoder('windows-1252').decode(bytes);
    findings.push({
      stage: 'decode',
      rule: 'invalid-utf8',
      severity: 'warning',
      why: `${name} is not valid UTF-8 and declares no charset that fits; it was read as windows-1252`,
    });
  }
  if (!/\S/.test(text)) throw new OnrecordError('unreadable', `${name}: no text in it`, 'Nothing was stored.');
  return { name, format, mediaType, text, findings };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
