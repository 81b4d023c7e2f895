/** A result for a person to read. */
export function renderItem(_name: string, item: unknown): string {
  return `${JSON.stringify(item, null, 2)}\n`;
}
