/** Bounds on what a container may hold. A member over them is refused with an error of its own; the others are read. */
export const LIMITS = {
  /** members of one container: a year of a ministry's pages is some thousands */
  entries: 20_000,
  /** bytes of one member once unpacked */
  memberBytes: 64 * 1024 * 1024,
  /** bytes of all members together */
  totalBytes: 512 * 1024 * 1024,
  /** unpacked to packed: text packs 3 to 10 times, repetitive HTML up to 50; bombs 1,000 times */
  ratio: 250,
  /** archives in archives */
  depth: 1,
} as const;
