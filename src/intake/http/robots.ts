import robotsParser from 'robots-parser';

/** The word by which robots.txt may address us. */
const ROBOT = 'Onrecord';
/** A site that asks for more between two requests is asking not to be read. */
const MAX_CRAWL_DELAY_MS = 30_000;

/** What a site asks of its guests. */
export interface Robots {
  readonly isAllowed: (address: string) => boolean;
  readonly delayMs: number;
}
export const ALLOW_ALL: Robots = { isAllowed: () => true, delayMs: 0 };

/** Read a robots.txt that was found at `address`. */
export function readRobots(address: string, text: string): Robots {
  // the package is CommonJS: its types put the function one level down
  const parse = robotsParser as unknown as typeof robotsParser.default;
  const rules = parse(address, text);
  return {
    isAllowed: (page) => rules.isAllowed(page, ROBOT) !== false,
    delayMs: Math.min(MAX_CRAWL_DELAY_MS, (rules.getCrawlDelay(ROBOT) ?? 0) * 1000),
  };
}
