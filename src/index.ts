/** Onrecord as a library: the nouns, the pipeline, the store and the operations. */
export * from './core/index.ts';
export { loadRules } from './intake/rules.ts';
export { OPERATIONS } from './service/index.ts';
export type { Context, Operation } from './service/operation.ts';
export { openStore } from './store/index.ts';
export type { Store } from './store/port.ts';
