import type { Style } from '../style.ts';

/** Lays out what an operation answers for a person: each item as it comes, and what is to be said at the end. */
export interface Renderer {
  /** text, or the bytes of a file that is none */
  item(item: never): string | Uint8Array;
  end?(): string;
}

export type RendererOf = (style: Style) => Renderer;
