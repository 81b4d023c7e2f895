import fc from 'fast-check';

/**
 * Property tests draw the same cases on each run, so that a run on one commit means the same everywhere and a failure
 * comes back. `SEED=random npx vitest run` hunts for others; a case that it finds becomes a row of a table.
 */
const seed = process.env.SEED ?? '20261122';
fc.configureGlobal(seed === 'random' ? {} : { seed: Number(seed) });
