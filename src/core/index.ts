export * from './model/index.ts';
export { annotate } from './pipeline.ts';
