import type { DocumentFacts, Publisher, Rules } from '../../model/index.ts';
import { foldName } from '../../text/romanise-name.ts';

/**
 * The publisher of the vocabulary whose page this is: by the address, by the printed publisher, or by a line that only
 * its pages carry. Null when several fit.
 */
export function knownPublisher(facts: DocumentFacts, text: string, rules: Rules): Publisher | null {
  return (
    only(rules.publishers.filter((p) => hostFits(p, facts.url))) ??
    only(rules.publishers.filter((p) => nameFits(p, facts.publisher))) ??
    only(rules.publishers.filter((p) => signatureFits(p, text)))
  );
}

const only = <T>(list: readonly T[]): T | null => (list.length === 1 ? list[0]! : null);

function hostFits(publisher: Publisher, url: string | null): boolean {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase();
  return host !== undefined && publisher.hosts.some((h) => host === h || host.endsWith(`.${h}`));
}

function nameFits(publisher: Publisher, printed: string | null): boolean {
  if (!printed) return false;
  const name = foldName(printed);
  return [publisher.name, ...publisher.aliases].some((n) => foldName(n) === name);
}

/** Signatures are looked for at the head and the foot of the text, where a publisher signs. */
function signatureFits(publisher: Publisher, text: string): boolean {
  const ends = text.length > 6000 ? `${text.slice(0, 3000)}\n${text.slice(-3000)}` : text;
  return publisher.signatures.some((s) => s.length > 5 && ends.includes(s));
}
