import PostalMime, { type Address, type Email } from 'postal-mime';
import { type Clue, type DecodedSource, OnrecordError, type Sidecar } from '../../core/model/index.ts';
import { LIMITS } from './limits.ts';
import { type DecodedMember, type DecodeInner, readMember } from './member.ts';

/**
 * A mail: its body as a page, its headers as clues, each attachment a member of its own (`mail.eml!/letter.pdf`). The
 * mail that is being answered is marked as a reply quoted, because those are another's words.
 */
export async function decodeMail(
  bytes: Uint8Array,
  name: string,
  depth: number,
  inner: DecodeInner,
): Promise<DecodedMember[]> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 32, maxRfc822NestingDepth: 2 });
  } catch (cause) {
    throw new OnrecordError(
      'unreadable',
      `${name}: not a mail that can be read (${(cause as Error).message})`,
      null,
      cause,
    );
  }
  const html = mail.html?.trim() ? mail.html : mail.text?.trim() ? pageOf(mail.text) : null;
  const source: DecodedSource | null = html
    ? { name, format: 'html', mediaType: 'message/rfc822', text: html, clues: cluesOf(mail), findings: [] }
    : null;
  const saved = savedPage(mail);
  const members: DecodedMember[] = source ? [{ path: name, bytes, source, ...(saved ? { sidecar: saved } : {}) }] : [];
  let count = 0;
  for (const attachment of mail.attachments) {
    if (attachment.disposition === 'inline' || /^(?:image|audio|video)\//.test(attachment.mimeType)) continue;
    if (++count > LIMITS.entries) break;
    const path = attachment.filename?.replace(/[/\\]/g, '_') || `attachment-${count}`;
    const content = attachment.content;
    const data =
      typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer);
    members.push(
      ...(await readMember({ container: name, path, bytes: data, mediaType: attachment.mimeType }, depth, inner)),
    );
  }
  if (!members.length) throw new OnrecordError('unreadable', `${name}: the mail has no words`, 'Nothing was stored.');
  return members;
}

/** A page that a browser saved whole (MHTML): its address, and when it was saved. */
function savedPage(mail: Email): Sidecar | null {
  const url = mail.headers.find((h) => h.key === 'snapshot-content-location')?.value.trim();
  if (!url || !/^https?:\/\//i.test(url)) return null;
  const saved = Date.parse(mail.headers.find((h) => h.key === 'date')?.value ?? '');
  return { url, ...(Number.isNaN(saved) ? {} : { retrieved: new Date(saved).toISOString() }) };
}

/** The Date header is the day the mail was sent, which is the day of publication of what it says. */
function cluesOf(mail: Email): Clue[] {
  const day = /^\d{4}-\d\d-\d\d/.exec(mail.date ?? '')?.[0];
  const printed = mail.headers.find((h) => h.key === 'date')?.value;
  const own = printed ? localDay(printed) : null;
  const isPage = savedPage(mail) !== null;
  return [
    ['title', mail.subject?.trim()],
    ['published', isPage ? null : (own ?? day)],
    ['author', mail.from && !isPage ? nameOf(mail.from) : null],
    ['language', mail.headers.find((h) => h.key === 'content-language')?.value.trim()],
  ].flatMap(([field, value]) => (field && value ? [{ field, value, rule: 'mail-header' }] : []));
}

const nameOf = (address: Address): string => address.name?.trim() || address.address || '';

/** The day in the sender's own time zone: `Mon, 6 May 2031 23:30:00 +0300`. */
function localDay(header: string): string | null {
  const m = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(header);
  const month = m ? 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(m[2]!.toLowerCase()) + 1 : 0;
  return m && month ? `${m[3]}-${String(month).padStart(2, '0')}-${m[1]!.padStart(2, '0')}` : null;
}

const escapeMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** -----Original Message-----, ---------- Forwarded message ---------: what follows is another mail. */
const FORWARDED = /^\s*-{3,20}\s?\p{L}[\p{L} ]{3,40}\s?-{3,20}\s*$/u;

/** A plain body as a page: paragraphs at empty lines, lines that begin with > as the reply quoted. */
function pageOf(text: string): string {
  const out: string[] = [];
  let quoted = false;
  let paragraph: string[] = [];
  let forwarded = false;
  let lastLine = '';
  /** the paragraph that stands last, if it is short enough to be an introduction */
  const takeLast = (): string | null => {
    if (paragraph.length > 3) return null;
    if (paragraph.length) return `<p>${paragraph.splice(0).join('<br>\n')}</p>`;
    return /^<p>.{1,400}<\/p>$/s.test(out.at(-1) ?? '') ? out.pop()! : null;
  };
  const flush = () => {
    if (paragraph.length) out.push(`<p>${paragraph.join('<br>\n')}</p>`);
    paragraph = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const isQuoted = line.startsWith('>') || forwarded;
    if (!isQuoted && FORWARDED.test(line)) forwarded = true;
    if ((isQuoted || forwarded) !== quoted) {
      // "On 5 May Per Orn wrote:" belongs to the reply that it introduces
      const lead = !quoted && /:\s*$/.test(lastLine) ? takeLast() : null;
      flush();
      quoted = !quoted;
      out.push(quoted ? '<blockquote class="quoted-mail">' : '</blockquote>');
      if (lead) out.push(lead);
    }
    if (line.trim() !== '') lastLine = line;
    const words = line.replace(/^[> ]+/, '');
    if (words.trim() === '') flush();
    else paragraph.push(escapeMarkup(line.startsWith('>') ? words : line));
  }
  flush();
  if (quoted) out.push('</blockquote>');
  return `<!DOCTYPE html><body><article>${out.join('\n')}</article></body>`;
}
