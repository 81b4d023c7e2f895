import type { Renderer } from './renderer.ts';

/** The file itself: a version on a line, or the stretches of another format as they come. */
export const renderExport = (): Renderer => ({
  item: (item: object) =>
    'base64' in item
      ? Buffer.from(String(item.base64), 'base64')
      : 'text' in item && !('turns' in item)
        ? String(item.text)
        : `${JSON.stringify(item)}\n`,
});
