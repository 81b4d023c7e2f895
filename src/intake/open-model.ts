import { z } from 'zod';
import { OnrecordError } from '../core/model/index.ts';

/** How long one answer may take, in milliseconds; a local model on a laptop is slow, but not this slow. */
const PATIENCE = 120_000;
/** Longest answer read, in bytes. */
const LONGEST = 2_000_000;

/** A model behind any address that speaks the chat completions of the OpenAI API: a service, or a server on this machine. */
export interface ModelSettings {
  /** address up to and with `/v1` */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  readonly patience?: number;
  readonly longest?: number;
}

const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/** The settings ONRECORD_MODEL_URL, ONRECORD_MODEL and ONRECORD_MODEL_KEY as a model; null when no address is set: off. */
export function openModelFromSettings() {
  const url = process.env.ONRECORD_MODEL_URL;
  const model = process.env.ONRECORD_MODEL;
  if (!url) return null;
  if (!model)
    throw new OnrecordError(
      'usage',
      'ONRECORD_MODEL_URL is set and ONRECORD_MODEL is not',
      'Name the model that the address is to be asked for.',
    );
  return openModel({ url, model, key: process.env.ONRECORD_MODEL_KEY });
}

/** The port's one implementation. The key goes to this address alone: a redirection is an error, not followed. */
export function openModel({ url, model, key, patience = PATIENCE, longest = LONGEST }: ModelSettings) {
  const address = `${url.replace(/\/+$/, '')}/chat/completions`;
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new OnrecordError('usage', `ONRECORD_MODEL_URL: "${url}" is no address`, 'Example: http://127.0.0.1:8080/v1');
  return {
    name: model,
    async ask(instruction: string, text: string, signal: AbortSignal): Promise<string> {
      const limit = AbortSignal.timeout(patience);
      try {
        const response = await fetch(address, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.any([limit, signal]),
          headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
          body: JSON.stringify({
            model,
            temperature: 0,
            messages: [
              { role: 'system', content: instruction },
              { role: 'user', content: text },
            ],
          }),
        });
        if (!response.ok)
          throw new OnrecordError(
            'refused',
            `${address}: status ${response.status}`,
            'Look at the settings of the model.',
          );
        return contentOf(await readText(response, longest, address), address);
      } catch (error) {
        if (error instanceof OnrecordError) throw error;
        if (limit.aborted)
          throw new OnrecordError('timeout', `${address}: no answer within ${patience / 1000} s`, null, error);
        throw new OnrecordError(
          'refused',
          `${address}: ${reasonOf(error)}`,
          'Is the server of the model running?',
          error,
        );
      }
    },
  };
}

async function readText(response: Response, longest: number, address: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > longest)
      throw new OnrecordError('too-large', `${address}: an answer of more than ${longest} bytes`, null);
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}

function contentOf(body: string, address: string): string {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (error) {
    throw new OnrecordError('unreadable', `${address}: the answer is no JSON: "${body.slice(0, 80)}"`, null, error);
  }
  const read = Completion.safeParse(json);
  if (!read.success)
    throw new OnrecordError(
      'unreadable',
      `${address}: the answer is no chat completion: ${read.error.issues[0]!.path.join('.')} ${read.error.issues[0]!.message}`,
      'The address must speak the chat completions of the OpenAI API.',
    );
  return read.data.choices[0]!.message.content;
}

const reasonOf = (error: unknown): string => {
  const cause = (error as { cause?: { message?: string } }).cause?.message;
  return cause || (error instanceof Error ? error.message : String(error));
};
