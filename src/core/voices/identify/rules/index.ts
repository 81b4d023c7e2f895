import type { IdentityRule } from '../scene.ts';
import { announcedName } from './announced-name.ts';
import { announcedOffice } from './announced-office.ts';
import { asPrinted } from './as-printed.ts';
import { fullName } from './full-name.ts';
import { fullerLabel } from './fuller-label.ts';
import { genericLabel } from './generic-label.ts';
import { knownOffice, officeAlone } from './known-office.ts';
import { printedName } from './printed-name.ts';
import { publisherLabel } from './publisher-label.ts';
import { statedBody } from './stated-body.ts';
import { statedName } from './stated-name.ts';
import { surnameInContext } from './surname-in-context.ts';
import { toldLabel } from './told-label.ts';

/**
 * Who a label stands for: the first rule that can tell. The document's own words stand before the vocabulary, because a
 * namesake in data/ must not overrule what the page prints; within each, the more exact evidence stands first.
 */
export const IDENTITY_RULES: readonly IdentityRule[] = [
  toldLabel, // a person wrote down who this label is in this text
  publisherLabel, // a person wrote down what this publisher means
  statedName, // the markup says who: before roles, because a president of the house has a name
  statedBody, // a ministry under its own name is no person's surname
  genericLabel, // before any name rule: `Press` must not become Mr. Press
  fullName, // the label itself is complete
  fullerLabel, // another label of the same person is complete
  announcedName, // the title or introduction says who speaks
  printedName, // the document prints the full name once it means one person only
  knownOffice, // surname and office on that day
  announcedOffice, // the title or introduction gives just this office a name
  officeAlone, // office on that day, and the text names its holder
  surnameInContext, // a surname for which the vocabulary vouches
  asPrinted, // nothing: the label keeps its turns together
];

export { soleAnswerer } from './sole-answerer.ts';
