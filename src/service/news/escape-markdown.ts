/** Words of a source inside Markdown: nothing in them becomes markup, a link or a line of its own. */
export const escapeMarkdown = (text: string): string =>
  text
    // control and bidirectional signs could hide or turn what stands there
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/u, '\\$1');
