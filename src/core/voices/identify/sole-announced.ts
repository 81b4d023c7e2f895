import { fullestForm } from './fullest-form.ts';
import { linkPerson } from './link-person.ts';
import type { IdentityScene, Resolution } from './scene.ts';

/**
 * Who speaks in a text without any label: the one whom its title or introduction announces as speaking (`Statement by
 * Minister Ilse Marenko`). Null where labels exist, or where two are announced.
 */
export function soleAnnounced(scene: IdentityScene): Resolution | null {
  if (scene.uses.length) return null;
  const name = fullestForm(scene.announced.map((a) => a.name));
  return name === null ? null : linkPerson({ name, key: name, person: null, rule: 'sole-announced' }, scene);
}
