/** Work shorter than this shows no progress; a line that flashes by is noise. */
const QUIET_MS = 1500;
/** On a terminal the line is redrawn this often, elsewhere (a log) a line is written this seldom. */
const REDRAW_MS = 150;
const LOG_MS = 10_000;

export interface Progress {
  report(done: number, total: number | null, what: string): void;
  /** take the line away before other output */
  clear(): void;
}

/** How far long work has come, on stderr: one line redrawn on a terminal, a line every ten seconds elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  const began = performance.now();
  let last = began;
  let isShown = false;
  return {
    report(done, total, what) {
      const now = performance.now();
      if (now - began < QUIET_MS || now - last < (stream.isTTY ? REDRAW_MS : LOG_MS)) return;
      last = now;
      const rate = done / ((now - began) / 1000);
      const left = total && rate > 0 ? `, ${Math.ceil((total - done) / rate)} s left` : '';
      const line = `${total ? `${done}/${total}` : done} (${rate.toFixed(rate < 10 ? 1 : 0)}/s${left})`;
      if (!stream.isTTY) stream.write(`onrecord: ${line}\n`);
      else {
        const room = Math.max(0, (stream.columns || 80) - line.length - 3);
        stream.write(`\r\u001b[K${line}  ${what.length > room ? `…${what.slice(1 - room)}` : what}`);
        isShown = true;
      }
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}
