import { BASE } from './style/base.ts';
import { PARTS } from './style/parts.ts';
import { PRINT } from './style/print.ts';
import { READING } from './style/reading.ts';
import { WRITING } from './style/writing.ts';

/** The one style sheet: paper and ink, one accent, two designed themes, made for long reading and for print. */
export const STYLE = [BASE, READING, PARTS, WRITING, PRINT].join('').trim();
