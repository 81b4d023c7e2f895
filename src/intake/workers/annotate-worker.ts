import { parentPort } from 'node:worker_threads';
import type { Rules } from '../../core/model/index.ts';
import { annotateFile } from '../annotate-file.ts';
import { loadRules } from '../rules.ts';
import type { JobMessage, ResultMessage } from './messages.ts';

/** Runs decoders and the pipeline away from the thread that writes, so that no document can hang or crash the batch. */
let rules: Rules | undefined;
const port = parentPort!;

port.on('message', (job: JobMessage) => {
  void answer(job);
});

async function answer(job: JobMessage): Promise<void> {
  rules ??= loadRules();
  const results = await annotateFile(job, rules);
  const members = results.map((r) =>
    'error' in r ? { path: r.path, error: { code: r.error.code, message: r.error.message, hint: r.error.hint } } : r,
  );
  const result: ResultMessage = { members, rules: rules.revision };
  port.postMessage(result);
}
