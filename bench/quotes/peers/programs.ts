import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { foldWords } from '../../../src/core/text/words.ts';
import { mostAlike, type Peer } from './find.ts';

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;

/** A program that answers a line with a line. */
function talkTo(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (line: string): Promise<string> => {
      child.stdin.write(`${line}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended`);
      return value;
    },
    close: () => child.stdin.end(),
  };
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .reduce((sum, e) => sum + statSync(join(e.parentPath, e.name)).size, 0);

/** Exit status of a child that was told to stop and took its server with it. */
export const STOPPED = 75;

/** Peers that are programs of their own; each is left out where it is not installed. */
export const PROGRAMS: readonly Peer[] = [
  {
    name: 'ripgrep -F -i',
    most: 2_000_000,
    build({ file }) {
      if (!has('rg', '--version')) return null;
      const find = (quote: string) =>
        spawnSync('rg', ['-F', '-i', '-m', '1', '-N', '--', quote, file]).stdout.toString().split('\n')[0] || null;
      return { bytes: 0, find };
    },
  },
  {
    name: 'PostgreSQL pg_trgm word_similarity',
    most: 2_000_000,
    async build({ texts }) {
      const bin = ['/usr/lib/postgresql', '/usr/local']
        .filter((d) => existsSync(d))
        .flatMap((d) => (existsSync(join(d, 'bin/initdb')) ? [d] : readdirSync(d).map((v) => join(d, v))))
        .map((d) => join(d, 'bin'))
        .find((d) => existsSync(join(d, 'initdb')));
      if (!bin || !has('psql', '--version')) return null;
      const home = mkdtempSync(join(tmpdir(), 'onrecord-pg-'));
      // the server will not run as root
      const isRoot = process.getuid?.() === 0;
      if (isRoot && !has('chown', 'postgres', home)) return null;
      chmodSync(home, 0o755);
      const asServer = (command: string) =>
        isRoot ? has('su', '-s', '/bin/bash', 'postgres', '-c', command) : has('bash', '-c', command);
      const data = join(home, 'data');
      const log = join(home, 'log');
      if (!asServer(`${bin}/initdb -D ${data} -A trust -U postgres --no-sync`)) return null;
      const options = `-k ${home} -c listen_addresses= -c fsync=off -c shared_buffers=512MB`;
      if (!asServer(`${bin}/pg_ctl -D ${data} -l ${log} -w -o "${options}" start`)) return null;
      const stop = () => {
        asServer(`${bin}/pg_ctl -D ${data} -m immediate stop`);
        rmSync(home, { recursive: true, force: true });
      };
      process.once('SIGTERM', () => {
        stop();
        process.exit(STOPPED);
      });
      const rows = join(home, 'rows.tsv');
      writeFileSync(rows, texts.map((t, i) => `${i}\t${foldWords(t).join(' ')}`).join('\n'));
      const env = { ...process.env, PGHOST: home, PGUSER: 'postgres' };
      const psql = talkTo('psql', ['-qAt', '-v', 'ON_ERROR_STOP=1'], env);
      await psql.ask(
        `create extension pg_trgm; create table s (id int, t text); \n\\copy s from '${rows}'\ncreate index on s using gin (t gin_trgm_ops); analyze s; set pg_trgm.word_similarity_threshold = 0.5; select 'built';`,
      );
      const bytes = Number(await psql.ask("select pg_indexes_size('s');"));
      return {
        bytes,
        close() {
          psql.close();
          stop();
        },
        async find(quote) {
          const words = `'${foldWords(quote).join(' ').replaceAll("'", "''")}'`;
          const id = await psql.ask(
            `select coalesce((select id from s where ${words} <% t order by word_similarity(${words}, t) desc limit 1), -1);`,
          );
          return id === '-1' ? null : texts[Number(id)]!;
        },
      };
    },
  },
  {
    name: 'Xapian OR, edit distance',
    most: 2_000_000,
    async build({ texts, file, folder }) {
      const python = '/usr/bin/python3';
      if (!has(python, '-c', 'import xapian')) return null;
      const lines = join(folder, 'folded.txt');
      writeFileSync(lines, texts.map((t) => foldWords(t).join(' ')).join('\n'));
      const db = join(folder, 'xapian');
      const program = fileURLToPath(new URL('xapian-peer.py', import.meta.url));
      const { ask, close } = talkTo(python, [program, lines, db]);
      await ask('');
      void file;
      return {
        bytes: sizeOf(db),
        close,
        async find(quote) {
          const rows = await ask(foldWords(quote).join(' '));
          return mostAlike(quote, texts, rows === '' ? [] : rows.split(' ').map(Number));
        },
      };
    },
  },
];
