/**
 * Ways to turn what a sentence says while nearly all of its letters stay. The lists are this file's own, not those of `data/cues`: a
 * checker must not be asked only about the words it was told of.
 */
export interface Attack {
  /** what was done; with `ellipsis` the words went behind three dots */
  readonly kind: string;
  readonly quote: string;
  /** the words that went or came */
  readonly turned: string;
}

interface Words {
  readonly negation: RegExp;
  readonly modal: RegExp;
  readonly limit: RegExp;
  readonly hedge: RegExp;
  /** frames that hold what follows them at a distance; a clause may begin behind them */
  readonly frame: RegExp;
  /** where a condition opens behind its main clause */
  readonly condition: RegExp;
  readonly conditionFirst: RegExp;
  /** a stretch that supposes something, so that what follows it may be its consequence */
  readonly inCondition: RegExp;
  readonly put: readonly (readonly [before: RegExp, word: string])[];
  readonly swap: Readonly<Record<string, string>>;
}

const ENGLISH: Words = {
  negation: /\b(?:not|never|no|without|neither|nor|nobody|nothing|none|refused? to|failed to|den(?:y|ies|ied)|stopped|far from|instead of|rather than)\b/gi,
  modal: /\b(?:must|may|might|should|would|could|can|will|have to|has to|had to|need to|ought to|going to|supposed to|trying to|hope to|want(?:s|ed)? to|plan(?:s|ned)? to|ready to|willing to|able to|prepared to|about to|try to|tried to|seems? to|appears? to|tend to|allowed to|asked to|like to)\b/gi,
  limit: /\b(?:some|most|many|few|several|only|almost|nearly|half|partly|mostly|sometimes|rarely|often|usually|about|roughly|up to|at least|at most|less than|more than|up until|until|potential|possible|alleged|so-called|former|future|temporary|partial)\b/gi,
  hedge: /\b(?:perhaps|probably|maybe|possibly|likely|apparently|reportedly|allegedly|hopefully|presumably|seemingly|in theory|in principle|I guess|I suppose|sort of|kind of|in a sense|if anything|supposedly|arguably|potentially)\b/gi,
  frame:
    /\b(?:(?:they|he|she|people|some|others|everybody|critics|experts|you|we|I|(?:the|our|my|his|their|most|many|these|those|a) [a-z]+(?: [a-z]+)?|[A-Z][a-z]+)(?: all| just| also| really| always| still| once| even)? (?:say|says|said|claims?|claimed|thinks?|thought|believes?|believed|hopes?|hoped|fears?|feared|wish|wishes|wished|suggests?|suggested|argues?|argued|guess|guessed|suppose|supposed|assumed?|imagined?|pretend|worry|worried|suspect|suspected|insists?|insisted|alleged?|alleges|was told|were told|expect|expected|heard|hear|wonder|wondered|asked|ask whether|doubt|doubted|denied|deny|mean|meant|was thinking|were thinking|feel|felt|promised|predicted|dream|dreamed|bet|figured|is saying|are saying|was saying|were saying|keep saying|kept saying|would say|will say|might say|could say|used to think|used to say|used to believe)(?: to (?:me|us|him|them))?|(?:the idea|the claim|the notion|the fear|the hope|the suggestion|the belief|the rumou?r|the assumption|reports|the argument|the possibility|evidence|the theory|no doubt|as if|as though|it (?:seems|appears|sounds|looks) like|it (?:seems|appears)|it is (?:possible|likely|alleged|said|claimed)|it may be|it could be|there is a (?:chance|risk)|let['’]s (?:say|suppose|imagine|assume)|suppose|imagine|according to [a-z ]{3,25},))(?: that)?(?= )/gi,
  condition: /,? (?:if|unless|provided|as long as|so long as|only when|only after|in case|except|assuming|otherwise|until|but only|or else|should they|were they|whether|when and if)\b/gi,
  conditionFirst: /^(?:If|Unless|When|Once|Until|Had|Were|Should|Provided|As long as|Assuming|Suppose|Only if|Only when|In case|Whether)\b[^,]{4,120}, /g,
  inCondition: /\b(?:if|unless|suppose|imagine|whether|guess|thought)\b/i,
  put: [
    [/\b(?:is|are|was|were|will|has|have|can|should|must|did|do|would)\b/, 'not'],
    [/\b(?:is|are|was|were|will|has|have|can|should|must)\b/, 'never'],
    [/\b(?:is|are|was|were|will|has|have|can|should|must)\b/, 'only'],
    [/\b(?:is|are|was|were|will|has|have|can)\b/, 'probably'],
  ],
  swap: {
    must: 'may', may: 'must', should: 'will', will: 'may', would: 'will', can: 'must', could: 'can', might: 'will', all: 'some', some: 'all', most: 'all',
    many: 'all', more: 'less', less: 'more', better: 'worse', before: 'after', after: 'before', with: 'without', against: 'for', and: 'or', or: 'and',
    we: 'they', they: 'we', he: 'she', our: 'their', their: 'our', increase: 'decrease', never: 'always', always: 'never', two: 'three', three: 'four',
    first: 'second', million: 'billion', billion: 'million', is: 'was', are: 'were', has: 'had', was: 'is', were: 'are', possible: 'impossible', legal: 'illegal',
    support: 'oppose', agree: 'disagree', accept: 'reject', buy: 'sell', under: 'over', above: 'below', war: 'peace', least: 'most', minimum: 'maximum',
    start: 'stop', open: 'close', win: 'lose', true: 'false', men: 'women', east: 'west', north: 'south', Republicans: 'Democrats', Democrats: 'Republicans',
    Russia: 'China', China: 'Russia', America: 'Europe', Monday: 'Tuesday', January: 'March', Congress: 'Senate',
  },
}; // biome-ignore format: lists

const RUSSIAN: Words = {
  negation: /(?<!\p{L})(?:не|ни|нет|никогда|никто|ничего|без|нельзя|отказ\p{L}+|отриц\p{L}+)(?!\p{L})/giu,
  modal: /(?<!\p{L})(?:мож\p{L}+|могут|мог(?:ли|ла)?|должн\p{L}+|должен|надо|нужно|необходимо|будет|будем|будут|буду|хот\p{L}+|хоч\p{L}+|готов\p{L}*|намерен\p{L}*|планиру\p{L}+|пыта\p{L}+|стара\p{L}+|следует|удастся|обязан\p{L}*|собира\p{L}+|предстоит)(?!\p{L})/giu,
  limit: /(?<!\p{L})(?:некотор\p{L}+|почти|только|лишь|часть|част\p{L}+|многи\p{L}+|большинств\p{L}+|порядка|около|примерно|более чем|менее чем|иногда|редко|обычно|отчасти|временн\p{L}+|частичн\p{L}+|бывш\p{L}+|возможн\p{L}+|так называем\p{L}+|до)(?!\p{L})/giu,
  hedge: /(?<!\p{L})(?:возможно|вероятно|может быть|наверное|наверно|видимо|кажется|якобы|пожалуй|по-видимому|похоже|скорее всего|вроде|как бы|надеюсь|в принципе|по идее)(?!\p{L}),?/giu,
  frame: /(?<!\p{L})(?:(?:они|он|она|люди|некоторые|многие|эксперты|все|нам|мне|вы|мы|я|его|её|кто-то|коллеги)(?: все| тоже| часто| иногда| уже| сейчас| всё время)? (?:говор\p{L}+|сказал\p{L}*|сказали|счита\p{L}+|дума\p{L}+|полага\p{L}+|надею\p{L}*|надеял\p{L}+|боюсь|боял\p{L}+|утвержда\p{L}+|заявля\p{L}+|заявил\p{L}*|предполага\p{L}+|обеща\p{L}+|слышал\p{L}*|верил\p{L}*|ожида\p{L}+|сомнева\p{L}+|спрашива\p{L}+|спросил\p{L}*|просил\p{L}*|кажется|казалось|хотел\p{L}*|писал\p{L}*|пиш\p{L}+)|говорят|считается|кажется|будто|якобы|допустим|представьте|предположим|если бы|вопрос о том|мысль о том|слухи о том|не факт|вряд ли|сомнительно|хотелось бы|надеюсь|надеемся|боюсь),? (?:что |чтобы |будто )?/giu,
  condition: /,? (?:если|только если|при условии|в случае|иначе|разве что|кроме|пока не|когда|лишь бы|хотя бы)(?!\p{L})/giu,
  conditionFirst: /^(?:Если|Когда|Пока|При условии|В случае|Как только|Раз|Будь|Хотя)(?!\p{L})[^,]{4,120}, (?:то )?/gu,
  inCondition: /(?<!\p{L})(?:если|кабы|будто|допустим|представьте)(?!\p{L})/iu,
  put: [
    [/(?<=\s)(?:может|могут|должны|должен|будет|будут|будем|имеет|является|есть|был|была|были)(?!\p{L})/u, '<не'],
    [/(?<=\s)(?:может|могут|должны|будет|будут|является|был|была|были)(?!\p{L})/u, '<никогда не'],
    [/(?<=\s)(?:может|могут|должны|будет|будут|является|был|была|были)(?!\p{L})/u, '<возможно,'],
  ],
  swap: {
    может: 'должен', могут: 'должны', должны: 'могут', должен: 'может', все: 'некоторые', многие: 'все', больше: 'меньше', меньше: 'больше',
    до: 'после', после: 'до', против: 'за', и: 'или', или: 'и', мы: 'они', они: 'мы', наш: 'их', их: 'наш', всегда: 'иногда', никогда: 'всегда', два: 'три',
    три: 'пять', первый: 'второй', миллионов: 'миллиардов', миллиардов: 'миллионов', был: 'есть', будет: 'был', война: 'мир', лучше: 'хуже', рост: 'спад',
    Россия: 'Китай', Китай: 'Россия', России: 'Китая', США: 'Китай', января: 'марта', увеличить: 'уменьшить', с: 'без',
  },
}; // biome-ignore format: lists

/** Every attack on a sentence; what is left must be a sentence worth asking. */
export function attack(sentence: string, language: string): Attack[] {
  const w = language === 'ru' ? RUSSIAN : ENGLISH;
  const found: Attack[] = [];
  const add = (kind: string, quote: string, turned: string) => {
    const clean = quote
      .replace(/\s+/g, ' ')
      .replace(/ ([,.;:!?])/g, '$1')
      .trim();
    if (clean.split(' ').length >= 5 && clean !== sentence)
      found.push({ kind, quote: capital(clean), turned: turned.trim() });
  };
  const lists = { negation: w.negation, modal: w.modal, limit: w.limit, hedge: w.hedge } as const;
  for (const [name, pattern] of Object.entries(lists))
    for (const m of sentence.matchAll(pattern)) {
      const [a, b] = [sentence.slice(0, m.index), sentence.slice(m.index + m[0].length)];
      add(`${name} dropped`, `${a}${b}`, m[0]);
      if (words(a) >= 3 && words(b) >= 3) {
        add(`${name} behind an ellipsis`, `${a.replace(/[ ,]+$/, '')} ... ${b.replace(/^[ ,]+/, '')}`, m[0]);
        const [left, right] = [a.split(' ').slice(0, -2).join(' '), b.trim().split(' ').slice(1).join(' ')];
        if (words(left) >= 3 && words(right) >= 3)
          add(`${name} and its neighbours behind an ellipsis`, `${left} ... ${right}`, m[0]);
      }
    }
  for (const m of sentence.matchAll(w.frame)) {
    const [a, b] = [sentence.slice(0, m.index), sentence.slice(m.index + m[0].length)];
    if (words(b) >= 5) {
      add('frame cut off', b, m[0]);
      if (words(a) >= 1) add('frame dropped', `${a}${b}`, m[0]);
      if (words(a) >= 3) add('frame behind an ellipsis', `${a.replace(/[ ,]+$/, '')} ... ${b.trim()}`, m[0]);
    }
  }
  for (const m of sentence.matchAll(w.condition)) {
    const a = sentence.slice(0, m.index);
    if (words(a) >= 5) add('condition cut off', `${a}.`, sentence.slice(m.index));
    if (words(a) >= 5) add('condition cut off behind an ellipsis', `${a} ...`, sentence.slice(m.index));
  }
  for (const m of sentence.matchAll(w.conditionFirst))
    add('condition before it cut off', sentence.slice(m[0].length), m[0]);
  for (const [before, word] of w.put) {
    const m = before.exec(sentence);
    if (!m) continue;
    const at = word.startsWith('<') ? m.index : m.index + m[0].length + 1;
    add(
      'word put in',
      `${sentence.slice(0, at)}${word.replace('<', '')} ${sentence.slice(at)}`.replace(/(\p{L})(?=не |never )/u, '$1'),
      word,
    );
  }
  const all = sentence.split(' ');
  all.forEach((word, i) => {
    const plain = word.replace(/[^\p{L}\p{N}-]/gu, '');
    const other = w.swap[plain] ?? (/^\d{1,4}$/.test(plain) ? String(Number(plain) + 3) : undefined);
    if (other && i > 0)
      add(
        'word exchanged',
        [...all.slice(0, i), word.replace(plain, other), ...all.slice(i + 1)].join(' '),
        `${plain} > ${other}`,
      );
  });
  // begun anew behind each dash, comma and "that"
  for (const m of sentence.matchAll(/(?:\s[—–-]\s?|—|,\s|\b(?:that|что)\s)(?=\p{L})/gu)) {
    const a = sentence.slice(0, m.index);
    const b = sentence.slice(m.index + m[0].length);
    if (words(b) >= 5 && words(a) >= 2 && w.inCondition.test(a.slice(-60))) add('begun behind a mark', b, a.slice(-60));
  }
  return found;
}

const words = (text: string) => (text.match(/\p{L}+/gu) ?? []).length;
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
