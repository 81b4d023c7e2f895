import mammoth from 'mammoth';
import { type Entry, fromBufferPromise } from 'yauzl';
import { type Clue, type DecodedSource, type Finding, OnrecordError } from '../../core/model/index.ts';
import { LIMITS } from './limits.ts';

/** Formatting that bears meaning: what was struck, underlined, and said in comments. */
const STYLES = [
  'strike => s',
  'u => u',
  'comment-reference => sup',
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
];

/** A Word document as a page, with strikes, footnotes and comments; its properties as clues. */
export async function decodeDocx(bytes: Uint8Array, name: string): Promise<DecodedSource> {
  const parts = await readParts(bytes, name);
  let html: string;
  try {
    html = (
      await mammoth.convertToHtml(
        { buffer: Buffer.from(bytes) },
        { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
      )
    ).value;
  } catch (cause) {
    throw new OnrecordError(
      'unreadable',
      `${name}: not a Word document that can be read (${(cause as Error).message})`,
      'Save it as .docx anew, or as text.',
      cause,
    );
  }
  if (!/>[^<]*\S/.test(html)) throw new OnrecordError('unreadable', `${name}: no text in it`, 'Nothing was stored.');
  const findings: Finding[] = /<w:del[ >]/.test(parts.document)
    ? [
        {
          stage: 'decode',
          rule: 'docx-deletions',
          severity: 'warning',
          why: 'the document holds tracked deletions, which are not in the text; accept or reject them and add it again',
        },
      ]
    : [];
  const title = property(parts.core, 'dc:title');
  const language = property(parts.core, 'dc:language');
  const author = property(parts.core, 'dc:creator');
  const clues: Clue[] = [
    ['title', title],
    ['language', language],
    ['author', author],
  ].flatMap(([field, value]) => (field && value ? [{ field, value, rule: 'docx-properties' }] : []));
  return {
    name,
    format: 'html',
    mediaType: DOCX,
    text: `<!DOCTYPE html><body><article>${html}</article></body>`,
    clues,
    findings,
  };
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Check the archive's sizes before anything unpacks it, and read the two parts we need ourselves. */
async function readParts(bytes: Uint8Array, name: string): Promise<{ document: string; core: string }> {
  const parts = { document: '', core: '' };
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true }).catch((cause) => {
    throw new OnrecordError(
      'unreadable',
      `${name}: a damaged Word document (${(cause as Error).message})`,
      null,
      cause,
    );
  });
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    if (
      total > LIMITS.memberBytes ||
      (entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > entry.compressedSize * LIMITS.ratio)
    )
      throw new OnrecordError(
        'too-large',
        `${name}: unpacks to more than a document can hold`,
        'If it is honest, save its text and add that.',
      );
    if (entry.fileName === 'word/document.xml') parts.document = await partOf(zip, entry);
    if (entry.fileName === 'docProps/core.xml') parts.core = await partOf(zip, entry);
  }
  if (!parts.document) throw new OnrecordError('unreadable', `${name}: a Word document without text`, null);
  return parts;
}

async function partOf(zip: Awaited<ReturnType<typeof fromBufferPromise>>, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const property = (xml: string, tag: string): string | null => {
  const value = new RegExp(`<${tag}[^>]{0,100}>([^<]{1,500})</${tag}>`).exec(xml)?.[1]?.trim();
  return value ? value.replaceAll('&amp;', '&').replaceAll('&lt;', '<') : null;
};
