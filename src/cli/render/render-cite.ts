import type { Renderer } from './renderer.ts';

/** The citation alone, so that it can be piped and pasted. */
export const renderCite = (): Renderer => ({ item: ({ text }: { readonly text: string }) => `${text}\n` });
