import * as Plot from '@observablehq/plot';
import { DOMParser } from 'linkedom';

/** A document of its own for every chart: nothing of one reaches another. */
const newDocument = () => new DOMParser().parseFromString('<!doctype html><html><body></body></html>', 'text/html');

/**
 * A plot as an SVG element in text. Its styles go, as the page's own sheet has what they say and the policy forbids others. It is hidden from assistive technology and from the Tab key, because a table with the same data and links
 * stands beside every chart.
 */
export function drawChart(options: Plot.PlotOptions): string {
  const svg = Plot.plot({ ...options, document: newDocument() as never }) as unknown as SvgElement;
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const styled of svg.querySelectorAll('[style]')) styled.removeAttribute('style');
  svg.removeAttribute('style');
  for (const g of svg.querySelectorAll('[aria-label]')) g.removeAttribute('aria-label');
  for (const a of svg.querySelectorAll('a')) {
    a.setAttribute('tabindex', '-1');
    const href = a.getAttribute('xlink:href') ?? a.getAttribute('href');
    if (href) a.setAttribute('href', href);
    a.removeAttribute('xlink:href');
  }
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  return String(svg.outerHTML);
}

/** What is touched of an SVG element; the types of a browser are not known on the server. */
interface SvgElement {
  readonly outerHTML: string;
  querySelectorAll(selector: string): Iterable<SvgElement>;
  remove(): void;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
}
