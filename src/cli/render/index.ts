import type { Style } from '../style.ts';
import { renderAdd } from './render-add.ts';
import { renderCheck } from './render-check.ts';
import { renderCite } from './render-cite.ts';
import { renderCompare } from './render-compare.ts';
import { renderDoctor } from './render-doctor.ts';
import { renderExport } from './render-export.ts';
import { renderGaps } from './render-gaps.ts';
import { renderHistory } from './render-history.ts';
import { renderJudge } from './render-judge.ts';
import { renderLedger } from './render-ledger.ts';
import { renderList } from './render-list.ts';
import { renderDigest, renderMail, renderNews, renderSave, renderSaved } from './render-news.ts';
import { renderPerson } from './render-person.ts';
import { renderPreview } from './render-preview.ts';
import { renderRebuild } from './render-rebuild.ts';
import { renderRefresh } from './render-refresh.ts';
import { renderReview } from './render-review.ts';
import { renderSearch } from './render-search.ts';
import { renderShow } from './render-show.ts';
import { renderSuggest } from './render-suggest.ts';
import { renderTimeline } from './render-timeline.ts';
import { renderTopics } from './render-topics.ts';
import type { Renderer, RendererOf } from './renderer.ts';

/** How each operation looks on a terminal. */
export const RENDERERS: Readonly<Record<string, RendererOf>> = {
  add: renderAdd,
  check: renderCheck,
  cite: renderCite,
  compare: renderCompare,
  digest: renderDigest,
  doctor: renderDoctor,
  export: renderExport,
  gaps: renderGaps,
  history: renderHistory,
  judge: renderJudge,
  ledger: renderLedger,
  list: renderList,
  mail: renderMail,
  news: renderNews,
  person: renderPerson,
  preview: renderPreview,
  rebuild: renderRebuild,
  refresh: renderRefresh,
  review: renderReview,
  save: renderSave,
  saved: renderSaved,
  search: renderSearch,
  show: renderShow,
  suggest: renderSuggest,
  timeline: renderTimeline,
  topics: renderTopics,
};

export const rendererOf = (operation: string, style: Style): Renderer =>
  RENDERERS[operation]?.(style) ?? { item: (item: unknown) => `${JSON.stringify(item, null, 2)}\n` };
