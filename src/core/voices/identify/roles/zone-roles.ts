import type { RoleRule } from './role-rule.ts';

/** The format names the voice: TEI, Akoma Ntoso, a caption track. */
export const statedRole: RoleRule = {
  name: 'stated-role',
  reason: 'What the markup says of a voice was put there by whoever made the text.',
  decide: ({ turn }) => turn.voice ?? null,
};

/** Zones that are nobody's speech. */
export const zoneRole: RoleRule = {
  name: 'zone-role',
  reason:
    'Prose around the talk is its editor, a comment is a reader, furniture is the site; none of them is an official.',
  decide: ({ turn, found }) => {
    switch (turn.kind) {
      case 'commentary':
      case 'title':
      case 'heading':
        return 'editor';
      case 'comment':
        return 'reader';
      case 'boilerplate':
      case 'metadata':
        return 'site';
      case 'aside':
        // a stage direction is the stenographer's; a heckle belongs to whoever is named in it
        return found === null ? 'editor' : null;
      default:
        return null;
    }
  },
};
