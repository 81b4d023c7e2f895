import type { Scene } from '../proposal.ts';
import { collectLabels, type LabelPlace } from './collect-labels.ts';
import { learnLabels } from './learn-labels.ts';

const cache = new WeakMap<Scene, readonly LabelPlace[]>();

/** The labels of a document, in order; read once, asked by several detectors. */
export function labelsOf(scene: Scene): readonly LabelPlace[] {
  let labels = cache.get(scene);
  if (!labels) {
    labels = learnLabels(scene, collectLabels(scene));
    cache.set(scene, labels);
  }
  return labels;
}
