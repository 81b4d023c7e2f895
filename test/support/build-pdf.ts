/** A PDF of the given objects (number -> body), with a right cross-reference table; for tests of hostile files. */
export function buildPdf(objects: Readonly<Record<number, string>>, trailer = '/Root 1 0 R'): Uint8Array {
  let text = '%PDF-1.7\n';
  const at = new Map<number, number>();
  for (const [number, body] of Object.entries(objects)) {
    at.set(Number(number), text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...at.keys()) + 1;
  const xref = text.length;
  text += `xref\n0 ${size}\n`;
  for (let i = 0; i < size; i++)
    text += at.has(i) ? `${String(at.get(i)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n';
  text += `trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** A page that shows a line of text. */
export function buildTextPdf(lines: readonly string[]): Uint8Array {
  const content = `BT /F1 12 Tf 72 720 Td 16 TL ${lines.map((l) => `(${l}) Tj T*`).join(' ')} ET`;
  return buildPdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    4: `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  });
}
