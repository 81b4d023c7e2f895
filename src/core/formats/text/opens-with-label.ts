/**
 * Does a line open the way a printed speaker's label does: a capital, at most eight words, a colon? Or a lone Q or A?
 *
 * It only cuts blocks where lines would otherwise be joined; whether it is a label is for voices to say. A false yes costs
 * nothing but a block boundary, a false no may hide a turn inside a paragraph.
 */
export function opensWithLabel(line: string): boolean {
  const head = line.slice(0, 120);
  if (/^[QA](?:[.:]|\s{2,}|\s*[-–—]\s|\u00a0|\t|$)|^Q\s+[A-Z“"‘']/u.test(head)) return true;
  const label = /^[\p{Lu}\d"“«][^:\n.!?]{0,79}(?:\.[^:\n.!?]{0,60}){0,4}:(?=\s|$)/u.exec(head)?.[0];
  if (!label) return false;
  const words = label
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .trim()
    .split(/\s+/);
  return words.length <= 8;
}
