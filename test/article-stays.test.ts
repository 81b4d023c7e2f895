import { expect, it } from 'vitest';
import { annotate } from '../src/core/pipeline.ts';
import { loadRules } from '../src/intake/rules.ts';

const rules = loadRules();
const kindsOf = (body: string) => {
  const text = `<html><head><title>T</title></head><body><nav><a href="/">Home</a></nav><div class="entry-content">${body}</div></body></html>`;
  const source = { name: 'p.html', format: 'html', mediaType: 'text/html', text, findings: [] } as const;
  return annotate(source, null, 'ver:1', rules).turns.map((t) => t.kind);
};

it.each([
  [
    'a script without spaces',
    '<p>外交部长在昨天的记者会上说，谈判将继续进行，双方都没有改变自己的立场，也没有离开谈判桌，下一轮会谈将在秋天举行，届时各方将再次提交书面建议，并说明理由</p>'.repeat(
      4,
    ),
  ],
  [
    'one list',
    `<ol>${'<li>The minister said that the talks would go on, and that nobody had left the table so far.</li>'.repeat(8)}</ol>`,
  ],
])('[T2] an article that the page marks stays article prose: %s', (_name, body) => {
  expect(kindsOf(body)).toContain('commentary');
  expect(kindsOf(body)).toContain('boilerplate');
});
