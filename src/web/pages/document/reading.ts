import type { Finding, Mention, VersionRecord } from '../../../core/model/index.ts';
import type { Linked } from './linked.ts';

export interface Reading {
  readonly record: VersionRecord;
  readonly linked: Linked | null;
  /** id of the turn where the exchange around the linked words begins */
  readonly exchange: string | null;
  /** ids of people who have a page */
  readonly pages: ReadonlySet<string>;
  readonly topicNames: ReadonlyMap<string, string>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly dates: ReadonlyMap<string, readonly Mention[]>;
  readonly topics: ReadonlyMap<string, readonly string[]>;
  /** turns whose printed label says more than the name beside it, or is not the one printed before */
  readonly labelled: ReadonlySet<string>;
  readonly sentences: ReadonlyMap<string, VersionRecord['sentences']>;
}
