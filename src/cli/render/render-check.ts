import type { Style } from '../style.ts';
import { type Report, renderDraft } from './render-draft.ts';
import { type Answer, renderOne } from './render-quotation.ts';
import type { Renderer } from './renderer.ts';

interface Failed {
  readonly error: { readonly message: string; readonly hint: string | null };
}

/** The verdict in words, the passage with what was changed, who said it and when, and the reason. */
export function renderCheck(style: Style): Renderer {
  return {
    item(answer: Answer | Report | Failed) {
      if ('error' in answer) return `${answer.error.message}${answer.error.hint ? ` ${answer.error.hint}` : ''}\n`;
      return 'items' in answer ? renderDraft(answer, style) : `${renderOne(answer, style)}\n`;
    },
  };
}
