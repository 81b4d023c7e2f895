import type { Nothing } from '../../service/fields/why-nothing.ts';
import { questionOver } from '../../service/words/question-over.ts';
import { count, oneLine, type Style, wrap } from '../style.ts';
import type { Renderer } from './renderer.ts';
import { whyNothingLines } from './why-nothing.ts';

interface Timeline {
  readonly topic: string;
  readonly topicName?: string;
  readonly total: number;
  readonly next: string | null;
  readonly empty?: Nothing | null;
  readonly coverage?: { readonly note: string };
  readonly entries: readonly {
    readonly date: string | null;
    readonly turn: string;
    readonly text: string;
    readonly speaker: string | null;
    readonly act: string;
    readonly reviewed: boolean;
    readonly question: { readonly turn: string; readonly text: string } | null;
    readonly shift?: { readonly relation: string; readonly why: string; readonly from: { readonly text: string } };
  }[];
}

/** A question as it stands over an answer, in UTF-16 units. */
const ASKED = 240;
const askedOf = (question: string): string => `asked: “${oneLine(question, ASKED)}”`;

/** Each statement on its day, in the speaker's words; below it what changed against which earlier words. */
export function renderTimeline(style: Style): Renderer {
  return {
    item({ topic: id, topicName: topic = id, total, next, entries, empty, coverage }: Timeline) {
      if (entries.length === 0) {
        const isNarrow = (empty?.unfiltered ?? 0) > 0;
        return [
          `Nothing on “${oneLine(topic, 60)}” ${isNarrow ? 'that fits' : 'in this record'}. "onrecord topics" lists what is spoken of.`,
          ...whyNothingLines(empty, (n) => count(n, 'statement')).map((line) => `  ${line}`),
          ...(coverage ? [style.paint('dim', `${oneLine(coverage.note, 200)}.`)] : []),
          '',
        ].join('\n');
      }
      const indent = ' '.repeat(12);
      const rows = entries.map((e, i) => {
        const question = questionOver(entries, i);
        const asked = question ? `${style.paint('dim', wrap(askedOf(question.text), style.width, indent))}\n` : '';
        const head = `${(e.date ?? 'undated').padEnd(10)}  ${style.paint('bold', e.speaker ?? 'unknown')}`;
        const place = style.paint('dim', ` · ${e.act}${e.reviewed ? ', reviewed' : ''} · ${e.turn}`);
        const words = wrap(`“${e.text.trim()}”`, style.width, indent);
        if (!e.shift) return `${head}${place}\n${asked}${words}\n`;
        const { relation, why, from } = e.shift;
        const before = `${relation}: ${why}, against “${oneLine(from.text, 120)}”`;
        return `${head}${place}\n${asked}${words}\n${style.paint('yellow', wrap(before, style.width, `${indent}→ `))}\n`;
      });
      const more = next ? ` (the next with --next ${next})` : '';
      return `${rows.join('\n')}\n${style.paint('bold', count(total, 'statement'))} on ${oneLine(topic, 60)}${more}\n`;
    },
  };
}
