import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import type { InputBlob } from '../service/operation.ts';

/** Standard input as the bytes that `-` stands for. */
export const STDIN: InputBlob = {
  name: 'stdin',
  read: () => buffer(process.stdin),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
};
