import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs each bench in a process of its own, so that one's memory is not another's: bench/NAME.bench.ts or bench/NAME/run.ts. */
const here = fileURLToPath(new URL('.', import.meta.url));
const benches = new Map<string, string>();
for (const entry of readdirSync(here, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
  if (entry.isDirectory() && existsSync(join(here, entry.name, 'run.ts'))) {
    benches.set(entry.name, join(here, entry.name, 'run.ts'));
  } else if (entry.name.endsWith('.bench.ts')) {
    benches.set(entry.name.slice(0, -'.bench.ts'.length), join(here, entry.name));
  }
}

const named = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const options = process.argv.slice(2).filter((a) => a.startsWith('--') && a !== '--list');
const unknown = named.filter((n) => !benches.has(n));
if (unknown.length > 0 || process.argv.includes('--list')) {
  for (const name of unknown) console.error(`onrecord: no bench is called ${name}`);
  console.log([...benches.keys()].join('\n'));
  process.exit(unknown.length > 0 ? 2 : 0);
}

let status = 0;
for (const [name, file] of benches) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n== ${name}`);
  status ||= spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' }).status ?? 1;
}
process.exit(status);
