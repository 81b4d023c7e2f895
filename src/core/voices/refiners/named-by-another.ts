import { blocksWithin } from '../blocks-within.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';
import { isOpened, surnameOf } from './speaker-surname.ts';

const MAX_TALK = 200_000;
// Who talks at length names himself ("they ask what Arden will do"); the answers of an interview are short.
const MAX_PARAGRAPHS = 12;
const MIN_LABELS = 4;

/**
 * A later paragraph of a turn that names its own speaker and says no I or we: a caption, a remark, a biography. Nobody
 * speaks of himself so who does not do it elsewhere.
 */
export const namedByAnother: Refiner = {
  name: 'named-by-another',
  reason: 'Who writes of the speaker by name is somebody else, wherever his paragraph stands.',
  refine: (turns, scene) => {
    if (turns.filter((t) => t.utterance !== null && isOpened(t)).length < MIN_LABELS) return turns;
    const talk = ownTalk(turns, scene);
    const names = new Map<number, string>();
    return turns.flatMap((turn) => {
      if (turn.utterance === null) return [turn];
      if (isOpened(turn)) names.set(turn.utterance, surnameOf(turn, scene));
      const name = names.get(turn.utterance);
      if (!name) return [turn];
      return cut(turn, scene, (text) => isAbout(text, name, talk.get(name) ?? '', scene));
    });
  },
};

/** What each name says in the paragraphs that its labels open: these are surely its own. */
function ownTalk(turns: readonly LaidTurn[], scene: Scene): ReadonlyMap<string, string> {
  const talk = new Map<string, string>();
  for (const turn of turns) {
    if (turn.utterance === null || !isOpened(turn)) continue;
    const name = surnameOf(turn, scene);
    const said = talk.get(name) ?? '';
    const first = blocksWithin(scene.blocks, turn.bodyStart, turn.end)[0];
    if (name && first && said.length < MAX_TALK)
      talk.set(name, `${said} ${scene.text.slice(turn.bodyStart, Math.min(first.end, turn.end))}`);
  }
  return talk;
}

function isAbout(text: string, name: string, own: string, scene: Scene): boolean {
  if (!holdsName(text, name) || holdsName(own, name)) return false;
  const bare = text.replace(/"[^"\n]{1,400}"|“[^”\n]{1,400}”|«[^»\n]{1,400}»/g, ' ');
  const speaking = listOf(scene.words, 'first-person');
  return !(foldLabel(bare).match(/[\p{L}\p{M}']+/gu) ?? []).some((word) => speaking.has(word));
}

/** The name as a word of its own that opens with a capital: `price` is no Mr. Price. */
function holdsName(text: string, name: string): boolean {
  for (const m of text.matchAll(/\p{Lu}[\p{L}\p{M}'’-]*/gu)) {
    const word = foldLabel(m[0]);
    if (word === name || word === `${name}'s`) return true;
  }
  return false;
}

/** The paragraphs of a piece after its first that are another's become nobody's. */
function cut(turn: LaidTurn, scene: Scene, isForeign: (text: string) => boolean): LaidTurn[] {
  const out: LaidTurn[] = [turn];
  const blocks = blocksWithin(scene.blocks, turn.bodyStart, turn.end);
  if (blocks.length > MAX_PARAGRAPHS) return out;
  for (const block of blocks.slice(isOpened(turn) ? 1 : 0)) {
    const start = Math.max(block.start, turn.start);
    const foreign = isForeign(scene.text.slice(start, Math.min(block.end, turn.end)));
    const before = out.at(-1)!;
    if (foreign === (before.utterance === null)) continue;
    const piece: LaidTurn = foreign
      ? { ...turn, start, bodyStart: start, label: null, kind: null, utterance: null, rule: 'named-by-another' }
      : { ...turn, start, bodyStart: start, label: null };
    if (start === before.start) out.pop();
    else out[out.length - 1] = { ...before, end: start };
    out.push(piece);
  }
  return out;
}
