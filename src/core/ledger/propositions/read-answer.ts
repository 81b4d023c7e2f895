import type { Rules } from '../../model/index.ts';
import { Heard } from '../../text/phrases.ts';
import { keyOf } from './name-key.ts';
import type { Spoken } from './proposition.ts';
import { readWords } from './scope-negation.ts';
import { signKeys } from './sign-keys.ts';

/** What a bare "no" or "yes" answers: the one act that was asked about, with all keys of the question. */
export interface Answered {
  readonly act: string;
  readonly sign: 1 | -1;
  readonly keys: ReadonlySet<string>;
}

/**
 * "Were there any talks?" - "No.": the words of the question belong to the answer. Only a question that can be answered so and
 * asks about one act is taken; "no" denies it however it was asked ("there were no talks?" - "No"), and "yes" to a question that
 * is put in the negative may mean either, so that it is left alone.
 */
export function readAnswer({ text, answers, language }: Spoken, rules: Rules): Answered | null {
  if (!answers) return null;
  const heard = new Heard(text, rules, language, 'relations');
  const opens = (list: string) => heard.all(list)[0]?.start === 0;
  const isNo = opens('says-no');
  if (!isNo && !opens('says-yes')) return null;
  const words = readWords(answers.text, language);
  if (new Set(rules.cues[language]?.relations?.['asks-open'] ?? []).has(words[0]?.text ?? '')) return null;
  const { keys: signed } = signKeys(answers.text, words, language, rules);
  const acts = signed.filter((k) => k.key.startsWith('~') && !k.isSupposed);
  const [act] = acts;
  if (!act || acts.some((k) => k.key !== act.key) || (!isNo && act.sign < 0)) return null;
  const names = answers.mentions.flatMap((m) => keyOf(m) ?? []);
  return { act: act.key, sign: isNo ? -1 : 1, keys: new Set([...signed.map((k) => k.key), ...names]) };
}
