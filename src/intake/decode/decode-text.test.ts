import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../core/model/index.ts';
import { decodeText } from './decode-text.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((p) => (typeof p === 'string' ? [...new TextEncoder().encode(p)] : p)));
/** Letters of a single-byte charset, by the decoder's own table. */
function encode(text: string, charset: string): Uint8Array {
  const table = new Map<string, number>();
  for (let b = 0; b < 256; b++) table.set(new TextDecoder(charset).decode(new Uint8Array([b])), b);
  return Uint8Array.from(text, (c) => table.get(c) ?? 63);
}
const read = (data: Uint8Array, mediaType = 'text/html', format: 'html' | 'text' = 'html') => {
  const { text, findings } = decodeText(data, 'page.html', format, mediaType);
  return { text, rules: findings.map((f) => f.rule) };
};
const RUSSIAN = 'Министр сообщила, что переговоры продолжатся в Кестории, и добавила: «Мы не торопимся».';
const GERMAN = 'Die Ministerin erklärte, die Gespräche würden „über kurz oder lang“ fortgeführt.';

describe('charsets', () => {
  it('a byte order mark decides', () => {
    expect(read(bytes([0xef, 0xbb, 0xbf], 'é')).text).toBe('é');
    expect(read(new Uint8Array([0xff, 0xfe, 0x35, 0x04])).text).toBe('е');
  });
  it('valid UTF-8 outweighs what is declared, with a finding', () => {
    expect(read(bytes(`<meta charset="windows-1251">${RUSSIAN}`))).toEqual({
      text: `<meta charset="windows-1251">${RUSSIAN}`,
      rules: ['charset'],
    });
  });
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN.replaceAll(/[«»]/g, '"')],
    ['windows-1252', GERMAN],
  ])('%s without a declaration', (charset, text) => {
    expect(read(encode(text, charset)).text).toBe(text);
  });
  it('the declared charset, in the page or in the header', () => {
    expect(read(encode(`<meta charset=koi8-r>${'да '.repeat(5)}`, 'koi8-r')).text).toContain('да да');
    expect(read(encode('naïve', 'iso-8859-2'), 'text/html; charset=iso-8859-2').rules).toEqual([]);
  });
  it('a wrong declaration is overruled, with a finding', () => {
    const page = read(encode(`<meta charset="windows-1252">${RUSSIAN}`, 'windows-1251'));
    expect(page.text).toContain(RUSSIAN);
    expect(page.rules).toEqual(['charset']);
  });
  it('a few broken bytes in UTF-8 are replaced, with a finding', () => {
    const page = read(bytes(RUSSIAN, [0xc3], ' ', RUSSIAN));
    expect(page.text).toContain('\uFFFD');
    expect(page.rules).toEqual(['invalid-bytes']);
  });
});

describe('double encodings', () => {
  it('UTF-8 read as windows-1252 is mended', () => {
    expect(read(bytes('We donâ€™t, we wonâ€™t, and CafÃ© VÃ©lo is closed.'))).toEqual({
      text: 'We don’t, we won’t, and Café Vélo is closed.',
      rules: ['mojibake'],
    });
  });
  it('UTF-8 read as windows-1251 is mended', () => {
    const broken = new TextDecoder('windows-1251').decode(new TextEncoder().encode('Министр молчит'));
    expect(read(bytes(broken))).toEqual({ text: 'Министр молчит', rules: ['mojibake'] });
  });
  it.each([
    ['accents of French and Spanish', 'Él señala que la niña está aquí; où êtes-vous, Élysée? À demain.'],
    ['capitals of Russian', 'РФ, СССР, РСФСР, СНГ. «Р» и «С» — буквы.'],
    ['a page about encodings', 'The letters Ã© stand for é.'],
  ])('%s are left alone', (_name, text) => {
    expect(read(bytes(text))).toEqual({ text, rules: [] });
  });
  it('a Python bytes literal is decoded', () => {
    const page = read(bytes("<h1>Talks</h1>\nb'<p>We don\\xe2\\x80\\x99t know.</p>\\n<p>It\\'s late.</p>'"));
    expect(page).toEqual({
      text: "<h1>Talks</h1>\n<p>We don’t know.</p>\n<p>It's late.</p>",
      rules: ['bytes-literal'],
    });
  });
  it('a quotation that begins with b is none', () => {
    expect(read(bytes("b'tis true, she said\n"), 'text/plain', 'text').rules).toEqual([]);
  });
});

describe('no text', () => {
  it.each([
    ['a picture', bytes([0x89], 'PNG', [13, 10, 26, 10, 0, 0])],
    ['binary data', new Uint8Array(5000).map((_, i) => (i * 7) % 31)],
    ['white space', bytes(' \n\t ')],
  ])('%s named .html is an error that says so', (_name, data) => {
    expect(() => read(data)).toThrow(OnrecordError);
  });
});
