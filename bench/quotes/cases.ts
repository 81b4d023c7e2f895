import { foldWords } from '../../src/core/text/words.ts';
import type { Transcript } from './corpus.ts';

/** A quotation with what a right answer says of it. */
export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly quote: string;
  readonly speaker?: string;
  readonly date?: string;
  /** verdicts that are right */
  readonly verdicts: readonly string[];
  /** the source words; null where there are none */
  readonly source: readonly string[];
  readonly document: string | null;
  /** word edits, from source to quotation */
  readonly edits?: readonly { readonly from: string; readonly to: string }[];
  readonly flag?: string;
}

interface Sentence {
  readonly doc: Transcript;
  readonly speaker: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly index: number;
}

/** mulberry32: the same seed gives the same cases on every machine. */
export function randomOf(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function sentencesOf(docs: readonly Transcript[]): Sentence[] {
  const found: Sentence[] = [];
  for (const doc of docs) {
    const segmenter = new Intl.Segmenter(doc.language, { granularity: 'sentence' });
    let index = 0;
    for (const turn of doc.turns)
      for (const s of segmenter.segment(doc.text.slice(turn.body, turn.end))) {
        const text = s.segment.trim();
        if (text.length < 15 || text.length > 400 || /[[\]…"“”«»\n]|\.\.\./.test(text)) continue;
        if (!/^\p{Lu}/u.test(text) || !/[.!?]$/.test(text)) continue;
        found.push({ doc, speaker: turn.speaker, text, words: text.split(/\s+/), index: index++ });
      }
  }
  return found;
}

const NOT =
  /\b(?:not|no|never|n['’]t|nor|none|without|if|unless|only|may|might|must|should|could|would|will|can|shall|perhaps|probably|almost|hardly|deny|refuse|fail|have to|has to|going to|able to|need to|expect)|n['’]t\b|(?:^|\s)(?:не|ни|нет|если|без|никогда|может|можно|должн\p{L}*|будет|будут|надо|нужно|возможно|вероятно|почти)(?=\s|$)/iu;
/** What an honest ellipsis leaves standing beside those: limits, wishes, and who says or thinks what follows. */
const WEIGHTY =
  /\b(?:some|most|many|few|several|all|every|any|half|part|mostly|partly|sometimes|about|around|nearly|up to|at (?:least|most)|(?:more|less|fewer) than|that|whether|seems?|appears?|plans?|planned|ha(?:ve|s|d)|(?:want|wish|hop|try|tri|plan|intend|seek|aim|attempt|like|used|suppos)(?:e[sd]?|s|ed|es|ing)? (?:to\b)?|(?:think|thought|believe|feel|felt|guess|suppose|assume|suspect|imagine|fear|know|knew|hear|heard|say|says|said|saying|tell|told|claim|argue|insist|suggest|expect|hope|wish|doubt|mean|meant)\p{L}*)\b|(?:^|\s)(?:что|чтобы|будто|ли|некотор\p{L}*|все|всё|многи\p{L}*|больш\p{L}*|част\p{L}*|только|лишь|до|около|хот\p{L}*|хоч\p{L}*|пыта\p{L}*|стара\p{L}*|дума\p{L}*|счита\p{L}*|говор\p{L}*|сказа\p{L}*|полага\p{L}*|надею\p{L}*|кажется)(?=\s|$|[,.;])/iu;
const CONTENT = /^[\p{L}]{4,}[,;]?$/u;
const bare = (w: string) => w.replace(/[^\p{L}\p{N}'’-]/gu, '');

/** Cases of every class, as many of each as asked for where the corpus has them. */
export function makeCases(
  docs: readonly Transcript[],
  heldOut: readonly Transcript[],
  each: number,
  seed: number,
): Case[] {
  const random = randomOf(seed);
  const all = sentencesOf(docs);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const speakers = [...new Set(all.map((s) => s.speaker))].filter(
    // titles alone name nobody
    (s) => !['Reporter', 'The White House', 'President', 'Mr', 'Q'].includes(s),
  );
  const vocabulary = [
    ...new Set(all.slice(0, 60_000).flatMap((s) => s.words.filter((w) => /^\p{Ll}{5,10}$/u.test(w)))),
  ];
  const names = [
    ...new Set(all.slice(0, 60_000).flatMap((s) => s.words.slice(1).filter((w) => /^\p{Lu}\p{Ll}{4,}$/u.test(w)))),
  ];
  const counts = new Map<string, Set<string>>();
  for (const s of all) {
    const key = foldWords(s.text).join(' ');
    const who = counts.get(key);
    if (who) who.add(s.speaker);
    else counts.set(key, new Set([s.speaker]));
  }
  const cases: Case[] = [];
  const add = (kind: string, make: () => Omit<Case, 'id' | 'kind'> | null) => {
    let made = 0;
    for (let tries = 0; made < each && tries < each * 400; tries++) {
      const c = make();
      if (c) cases.push({ id: `${kind}-${made++}`, kind, ...c });
    }
  };
  const sentence = (min = 8, max = 35): Sentence => {
    for (;;) {
      const s = pick(all);
      if (s.words.length >= min && s.words.length <= max && s.speaker !== 'Reporter' && s.speaker !== 'The White House')
        return s;
    }
  };
  const base = (s: Sentence) => ({ speaker: s.speaker, date: s.doc.date, document: s.doc.id });
  const replaced = (s: Sentence, words: readonly string[], i: number, to: string) => {
    const next = [...words];
    const tail = /[^\p{L}\p{N}]*$/u.exec(words[i]!)![0];
    next[i] = to + tail;
    return { words: next, edit: { from: bare(words[i]!), to }, s };
  };
  const swap = (s: Sentence, part: readonly string[], share: number, least = 1) => {
    const places = part.flatMap((w, i) => (CONTENT.test(w) && /^\p{Ll}/u.test(w) ? [i] : []));
    const n = Math.max(least, Math.round(part.length * share));
    if (places.length < n) return null;
    let words = part;
    const edits: { from: string; to: string }[] = [];
    for (let k = 0; k < n; k++) {
      const i = places.splice(Math.floor(random() * places.length), 1)[0]!;
      const to = pick(vocabulary);
      if (to.slice(0, 3) === words[i]!.slice(0, 3)) return null;
      const r = replaced(s, words, i, to);
      words = r.words;
      edits.push(r.edit);
    }
    return { quote: words.join(' '), edits };
  };
  const part = (s: Sentence, min: number, max: number) => {
    const n = min + Math.floor(random() * (max - min + 1));
    if (s.words.length < n) return null;
    const from = Math.floor(random() * (s.words.length - n + 1));
    // an honest fragment does not begin right after a negation, nor end right before a condition
    if (from > 0 && NOT.test(s.words[from - 1]!)) return null;
    if (from + n < s.words.length && NOT.test(s.words[from + n]!)) return null;
    if (/^(?:that|что)$/i.test(s.words[from - 1] ?? '')) return null;
    return s.words.slice(from, from + n);
  };

  add('exact-full', () => {
    const s = sentence();
    return { ...base(s), quote: s.text, verdicts: ['verbatim'], source: [s.text] };
  });
  add('exact-partial', () => {
    const s = sentence(10, 40);
    const p = part(s, 6, 20);
    return p && { ...base(s), quote: p.join(' '), verdicts: ['verbatim'], source: [p.join(' ')] };
  });
  add('exact-short', () => {
    const s = sentence(8, 30);
    const p = part(s, 3, 6);
    return p && { ...base(s), quote: p.join(' '), verdicts: ['verbatim'], source: [p.join(' ')] };
  });
  add('exact-several', () => {
    const i = Math.floor(random() * (all.length - 2));
    const [a, b] = [all[i]!, all[i + 1]!];
    if (a.doc !== b.doc || a.speaker !== b.speaker || a.speaker === 'Reporter' || b.index !== a.index + 1) return null;
    const both = `${a.text} ${b.text}`;
    if (!a.doc.text.replace(/\s+/g, ' ').includes(both)) return null;
    return { ...base(a), quote: both, verdicts: ['verbatim'], source: [both] };
  });
  add('punctuation', () => {
    const s = sentence();
    if (!/[,;]/.test(s.text.slice(0, -1))) return null;
    return { ...base(s), quote: s.text.replace(/[,;]/g, ''), verdicts: ['orthographic'], source: [s.text] };
  });
  add('spelling', () => {
    const s = sentence();
    const quote = s.text.replace(/\b(\w{2,})(ize[ds]?|izing|ization|or|ors)\b/, (w, a: string, b: string) =>
      /^(?:hon|fav|lab|col|neighb|hum|rum|behavi|harb|vig|arm|end?eav)$/i.test(a) && /^ors?$/.test(b)
        ? a + b.replace('or', 'our')
        : /^iz/.test(b) && a.length > 3
          ? a + b.replace('iz', 'is')
          : w,
    );
    return quote === s.text ? null : { ...base(s), quote, verdicts: ['orthographic'], source: [s.text] };
  });
  add('hyphen', () => {
    const s = sentence();
    if (!/\p{L}-\p{L}/u.test(s.text)) return null;
    const quote = s.text.replace(/(\p{L})-(?=\p{L})/gu, random() < 0.5 ? '$1 ' : '$1');
    return { ...base(s), quote, verdicts: ['orthographic'], source: [s.text] };
  });
  add('scan', () => {
    const s = sentence();
    const i = s.words.findIndex((w) => /^\p{Ll}{6,}$/u.test(w) && /[ol]/.test(w.slice(1)));
    if (i < 0) return null;
    const words = [...s.words];
    words[i] = words[i]!.replace(/(?<=.)[ol]/, (c) => (c === 'o' ? '0' : '1'));
    return { ...base(s), quote: words.join(' '), verdicts: ['orthographic'], source: [s.text] };
  });
  add('contraction', () => {
    const s = sentence();
    const quote = s.text.replace(/\b(do|does|did|is|are|was|were|have|has|had|would|could|should) not\b/, "$1n't");
    return quote === s.text ? null : { ...base(s), quote, verdicts: ['orthographic'], source: [s.text] };
  });
  add('ellipsis', () => {
    const s = sentence(16, 40);
    const from = 4 + Math.floor(random() * (s.words.length - 12));
    const n = 3 + Math.floor(random() * 6);
    const elided = s.words.slice(from, from + n).join(' ');
    if (from + n > s.words.length - 4 || NOT.test(elided) || WEIGHTY.test(elided)) return null;
    const dots = pick(['...', '…', '[...]', '. . .']);
    const [a, b] = [s.words.slice(0, from).join(' '), s.words.slice(from + n).join(' ')];
    return { ...base(s), quote: `${a} ${dots} ${b}`, verdicts: ['marked'], source: [a, b] };
  });
  add('bracket', () => {
    const s = sentence();
    const i = s.words.findIndex((w, k) => k > 1 && /^(?:he|she|they|it|him|them|this)$/.test(w));
    if (i < 0) return null;
    const words = [...s.words];
    words[i] = `[the ${pick(['committee', 'minister', 'government', 'agreement'])}]`;
    return { ...base(s), quote: words.join(' '), verdicts: ['marked'], source: [s.text] };
  });
  add('swallowed', () => {
    const s = sentence(12, 40);
    const i = s.words.findIndex((w, k) => k > 3 && k < s.words.length - 5 && /^(?:not|never|не)$/.test(w));
    if (i < 0) return null;
    const [a, b] = [s.words.slice(0, i).join(' '), s.words.slice(i + 1).join(' ')];
    return { ...base(s), quote: `${a} ... ${b}`, verdicts: ['truncated', 'altered'], source: [a, b] };
  });
  for (const [kind, share] of [
    ['altered-10', 0.1],
    ['altered-20', 0.2],
    ['altered-30', 0.35],
  ] as const)
    add(kind, () => {
      const s = sentence(12, 40);
      const r = swap(s, s.words, share);
      return r && { ...base(s), quote: r.quote, verdicts: ['altered'], source: [s.text], edits: r.edits };
    });
  add('altered-part', () => {
    const s = sentence(14, 40);
    const p = part(s, 9, 14);
    const r = p && swap(s, p, 0, 2);
    return r && { ...base(s), quote: r.quote, verdicts: ['altered'], source: [p!.join(' ')], edits: r.edits };
  });
  add('altered-short', () => {
    const s = sentence(9, 40);
    const p = part(s, 6, 8);
    const r = p && swap(s, p, 0, 1);
    return r && { ...base(s), quote: r.quote, verdicts: ['altered'], source: [p!.join(' ')], edits: r.edits };
  });
  const oneWord = (kind: string, flag: string | undefined, find: RegExp, to: (w: string) => string | null) =>
    add(kind, () => {
      const s = sentence(8, 40);
      const places = s.words.flatMap((w, k) => (k > 0 && find.test(bare(w)) ? [k] : []));
      if (places.length === 0) return null;
      const i = pick(places);
      const next = to(bare(s.words[i]!));
      if (next === null) return null;
      const r = replaced(s, s.words, i, next);
      return {
        ...base(s),
        quote: r.words.join(' '),
        verdicts: ['altered'],
        source: [s.text],
        edits: [r.edit],
        ...(flag ? { flag } : {}),
      };
    });
  const turn = (pairs: Readonly<Record<string, string>>) => (w: string) => pairs[w] ?? null;
  oneWord(
    'number',
    'number',
    /^(?:\d{1,3}(?:,\d{3})*|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|два|три|четыре|пять|десять)$/,
    (w) =>
      /^\d/.test(w)
        ? String(Number(w.replaceAll(',', '')) + 7)
        : (({ два: 'три', три: 'пять', четыре: 'шесть', пять: 'семь', десять: 'двадцать' } as Record<string, string>)[
            w
          ] ?? (w === 'twelve' ? 'eleven' : w === 'two' ? 'twelve' : 'forty')),
  );
  oneWord(
    'modal',
    'modal',
    /^(?:will|would|must|may|should|can|shall|might|могут|может|должны|должен)$/,
    turn({
      will: 'may',
      would: 'will',
      must: 'may',
      may: 'must',
      should: 'must',
      can: 'must',
      shall: 'may',
      might: 'must',
      могут: 'должны',
      может: 'должен',
      должны: 'могут',
      должен: 'может',
    }),
  );
  oneWord(
    'tense',
    undefined,
    /^(?:is|are|has|have|was|were)$/,
    turn({ is: 'was', are: 'were', has: 'had', have: 'had', was: 'is', were: 'are' }),
  );
  oneWord(
    'synonym',
    undefined,
    /^(?:great|large|help|begin|important|people|nation|work|make|country|today|ask|need)$/,
    turn({
      great: 'big',
      large: 'huge',
      help: 'assist',
      begin: 'start',
      important: 'significant',
      people: 'folks',
      nation: 'country',
      work: 'labor',
      make: 'create',
      country: 'nation',
      today: 'now',
      ask: 'request',
      need: 'want',
    }),
  );
  oneWord(
    'quantifier',
    'qualifier',
    /^(?:all|some|most|many|every|only|always|все|многие|некоторые|всегда|только)$/,
    turn({
      all: 'some',
      some: 'all',
      most: 'all',
      many: 'all',
      every: 'any',
      only: 'also',
      always: 'often',
      все: 'некоторые',
      многие: 'все',
      некоторые: 'все',
      всегда: 'иногда',
      только: 'также',
    }),
  );
  oneWord(
    'person',
    'name',
    /^(?:we|they|I|he|our|their|мы|они|я|наш|их)$/,
    turn({
      we: 'they',
      they: 'we',
      I: 'we',
      he: 'she',
      our: 'their',
      their: 'our',
      мы: 'они',
      они: 'мы',
      я: 'мы',
      наш: 'ваш',
      их: 'наш',
    }),
  );
  add('name', () => {
    const s = sentence(8, 40);
    const i = s.words.findIndex(
      (w, k) => k > 1 && /^\p{Lu}\p{Ll}{4,}[,;.]?$/u.test(w) && /^\p{Ll}/u.test(s.words[k - 1]!),
    );
    if (i < 0) return null;
    const to = pick(names);
    if (to === bare(s.words[i]!)) return null;
    const r = replaced(s, s.words, i, to);
    return {
      ...base(s),
      quote: r.words.join(' '),
      verdicts: ['altered'],
      source: [s.text],
      edits: [r.edit],
      flag: 'name',
    };
  });
  add('negation-dropped', () => {
    const s = sentence(8, 40);
    const i = s.words.findIndex((w, k) => k > 0 && /^(?:not|never|не)$/.test(w));
    if (i < 0) return null;
    const words = s.words.filter((_, k) => k !== i);
    return {
      ...base(s),
      quote: words.join(' '),
      verdicts: ['altered'],
      source: [s.text],
      edits: [{ from: s.words[i]!, to: '' }],
      flag: 'negation',
    };
  });
  add('negation-added', () => {
    const s = sentence(8, 40);
    const i = s.words.findIndex(
      (w, k) => k > 0 && /^(?:is|are|was|were|will|has|have|must|can|should|может|будет|был|есть)$/.test(w),
    );
    if (i < 0 || /^(?:not|n['’]t|не)/.test(s.words[i + 1] ?? '')) return null;
    const isRussian = /\p{Script=Cyrillic}/u.test(s.words[i]!);
    const words = [...s.words];
    words.splice(isRussian ? i : i + 1, 0, isRussian ? 'не' : 'not');
    return {
      ...base(s),
      quote: words.join(' '),
      verdicts: ['altered'],
      source: [s.text],
      edits: [{ from: '', to: isRussian ? 'не' : 'not' }],
      flag: 'negation',
    };
  });
  add('cut-before', () => {
    const s = sentence(8, 40);
    const m =
      /^(?:(?:I|We) (?:do not|don['’]t|did not) (?:think|believe) (?:that )?|Perhaps |Probably |Я не (?:думаю|считаю|уверен), что |Говорят, что |Возможно, )(.{25,})$/u.exec(
        s.text,
      );
    if (!m || /^(?:it|how|what|why|if|whether)\b/.test(m[1]!)) return null;
    const quote = m[1]![0]!.toUpperCase() + m[1]!.slice(1);
    return { ...base(s), quote, verdicts: ['truncated', 'misattributed'], source: [quote] };
  });
  add('cut-after', () => {
    const s = sentence(10, 40);
    const m =
      /^(.{25,}?),? (?:if|unless|provided that|as long as|only if|otherwise|если|при условии|только если|иначе) .{8,}$/u.exec(
        s.text,
      );
    if (!m) return null;
    return { ...base(s), quote: `${m[1]}.`, verdicts: ['truncated'], source: [m[1]!] };
  });
  const splice = (kind: string, partner: (a: Sentence) => Sentence | null) =>
    add(kind, () => {
      const a = sentence(10, 40);
      const b = partner(a);
      if (!b || b.words.length < 10) return null;
      const [n, m] = [5 + Math.floor(random() * 6), 5 + Math.floor(random() * 6)];
      if (a.words.length < n + 2 || b.words.length < m + 2) return null;
      const [x, y] = [a.words.slice(0, n).join(' '), b.words.slice(-m).join(' ')];
      return { ...base(a), quote: `${x} ${y}`, verdicts: ['spliced'], source: [x, y] };
    });
  const at = new Map(all.map((s, i) => [s, i]));
  const away = (a: Sentence, n: number) => {
    const b = all[at.get(a)! + n];
    return b && b.doc === a.doc && b.speaker === a.speaker ? b : null;
  };
  splice('splice-near', (a) => away(a, 2 + Math.floor(random() * 8)));
  splice('splice-far', (a) => away(a, 40 + Math.floor(random() * 100)));
  splice('splice-cross', (a) => {
    const b = pick(all);
    return b.doc !== a.doc && b.speaker !== 'The White House' ? b : null;
  });
  add('misattributed', () => {
    const s = sentence(10, 40);
    const other = pick(speakers);
    if (counts.get(foldWords(s.text).join(' '))!.size > 1 || other.split(' ').at(-1) === s.speaker.split(' ').at(-1))
      return null;
    return { quote: s.text, speaker: other, document: s.doc.id, verdicts: ['misattributed'], source: [s.text] };
  });
  add('interviewer', () => {
    const s = pick(all);
    if (s.speaker !== 'Reporter' || s.words.length < 9 || counts.get(foldWords(s.text).join(' '))!.size > 1)
      return null;
    return {
      quote: s.text,
      speaker: pick(speakers),
      document: s.doc.id,
      verdicts: ['misattributed'],
      source: [s.text],
    };
  });
  add('misdated', () => {
    const s = sentence(10, 40);
    if (counts.get(foldWords(s.text).join(' '))!.size > 1) return null;
    return {
      quote: s.text,
      speaker: s.speaker,
      date: '1999-09-09',
      document: s.doc.id,
      verdicts: ['misdated'],
      source: [s.text],
    };
  });
  const shared = [...counts]
    .filter(([k, who]) => who.size > 1 && k.split(' ').length >= 4 && !who.has('Reporter'))
    .map(([k]) => k);
  const sharedSentences = all.filter(
    (s) =>
      shared.length > 0 &&
      counts.get(foldWords(s.text).join(' '))!.size > 1 &&
      !counts.get(foldWords(s.text).join(' '))!.has('Reporter') &&
      s.words.length >= 4,
  );
  add('ambiguous', () => {
    if (sharedSentences.length === 0) return null;
    const s = pick(sharedSentences);
    return { quote: s.text, document: null, verdicts: ['ambiguous'], source: [s.text] };
  });
  add('split', () => {
    const s = sentence(10, 35);
    const i = s.words.findIndex((w, k) => k > 3 && k < s.words.length - 3 && /,$/.test(w));
    if (i < 0) return null;
    const quote = `"${s.words.slice(0, i + 1).join(' ')}" ${pick(['he said', 'she added', `${s.speaker} said`])}, "${s.words.slice(i + 1).join(' ')}"`;
    return { ...base(s), quote, verdicts: ['verbatim', 'orthographic', 'marked'], source: [s.text] };
  });
  const grams = new Set(
    all.flatMap((s) => {
      const w = foldWords(s.text);
      return w.flatMap((_, i) => (i + 5 <= w.length ? [w.slice(i, i + 5).join(' ')] : []));
    }),
  );
  const unheld = sentencesOf(heldOut);
  const isFree = (text: string) => {
    const w = foldWords(text);
    let hits = 0;
    for (let i = 0; i + 5 <= w.length; i++) if (grams.has(w.slice(i, i + 5).join(' '))) hits++;
    return hits <= 0.2 * Math.max(1, w.length - 4);
  };
  add('unheld', () => {
    if (unheld.length === 0) return null;
    const s = pick(unheld);
    if (s.words.length < 9 || s.words.length > 35 || !isFree(s.text)) return null;
    return { quote: s.text, speaker: pick(speakers), verdicts: ['not-found'], source: [], document: null };
  });
  const chain = new Map<string, string[]>();
  for (const s of all.slice(0, 40_000))
    s.words.forEach((w, i) => {
      const next = s.words[i + 1];
      if (next) {
        const l = chain.get(w);
        if (l) l.push(next);
        else chain.set(w, [next]);
      }
    });
  const fabricate = (n: number) => {
    const words = [pick(all).words[0]!];
    while (words.length < n) words.push(pick(chain.get(words[words.length - 1]!) ?? [pick(vocabulary)]));
    return words.join(' ');
  };
  add('fabricated', () => {
    const quote = fabricate(10 + Math.floor(random() * 14));
    return isFree(quote)
      ? { quote, speaker: pick(speakers), verdicts: ['not-found'], source: [], document: null }
      : null;
  });
  add('fabricated-short', () => {
    const quote = fabricate(6 + Math.floor(random() * 3));
    const w = foldWords(quote);
    const hits = w.filter((_, i) => i + 5 <= w.length && grams.has(w.slice(i, i + 5).join(' '))).length;
    return hits === 0 ? { quote, speaker: pick(speakers), verdicts: ['not-found'], source: [], document: null } : null;
  });
  return cases;
}
