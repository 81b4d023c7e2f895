import { buffer } from 'node:stream/consumers';
import type { InputBlob } from '../intake/find-inputs.ts';

/** Standard input as the bytes that `-` stands for. */
export const STDIN: InputBlob = { name: 'stdin', read: () => buffer(process.stdin) };
