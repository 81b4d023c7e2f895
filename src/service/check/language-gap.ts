/** Is the quotation written in a script of which no held language makes use? Nothing held is no gap. */
export function findLanguageGap(quote: string, languages: readonly string[]): boolean {
  if (languages.length === 0) return false;
  const cyrillic = /\p{Script=Cyrillic}/u.test(quote);
  const latin = /\p{Script=Latin}/u.test(quote);
  const holdsCyrillic = languages.some((l) => /^(?:ru|uk|be|bg|sr|mk|kk)\b/.test(l));
  if (cyrillic && !latin) return !holdsCyrillic;
  return latin && !cyrillic && languages.every((l) => /^(?:ru|uk|be|bg|zh|ja|ar|fa|he|ko)\b/.test(l));
}
