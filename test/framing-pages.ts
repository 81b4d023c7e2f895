/**
 * Invented pages of the kinds people bring: an official's words inside somebody else's frame. What stands in ⟦ ⟧ is another
 * hand's (the signs are not part of the page) and must never be laid to the official.
 */
export interface FramedPage {
  readonly name: string;
  readonly file: string;
  readonly page: string;
}

const ASKED = [
  'What do you say of the treaty, Minister?',
  'When will the fleet sail?',
  'And what of the Free Plains?',
  'Will the talks go on in May?',
  'Do you trust your partners?',
  'What comes after the treaty?',
];
const SAID = [
  "We don't see it as the other side does. It is our view that the text isn't ready, and that nobody is served by haste. We said so in May and we say so today.",
  'The fleet stays at home until the talks end. I have told my colleagues in Ostrava so, and they have understood it well enough.',
  'Our partners know this. They have had the text for a year and did not answer in the way that we had hoped for, which is a pity.',
  'They will go on as long as there is something to talk about. The delegations meet in Kestoria City, at the level of deputies.',
  'Trust is a word for poets. We look at what is signed, and at what is kept, and then we decide what our own next step will be.',
  'Work. There are eleven annexes, and each of them needs the attention of people who understand what a harbour is for.',
];
const LAST =
  'It was a long year and I believe that the next one will be longer. We shall keep our harbours open to all who come in good faith.';

type Turn = readonly [asked: string, said: string];
const TURNS: readonly Turn[] = ASKED.map((q, i) => [q, SAID[i]!]);
const plain = (q: string, a: string, turns: readonly Turn[] = TURNS) =>
  turns.map(([x, y]) => `${q}${x}\n\n${a}${y}`).join('\n\n');
const html = (q: string, a: string, turns: readonly Turn[] = TURNS) =>
  turns.map(([x, y]) => `<p><strong>${q}</strong> ${x}</p>\n<p><strong>${a}</strong> ${y}</p>`).join('\n');
const page = (title: string, body: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><nav><a href="/">Home</a> <a href="/a">Archive</a></nav>` +
  `<main><article><h1>${title}</h1>${body}</article></main><footer><p>© 2031 The Harbour Letter</p></footer></body></html>`;
const INTRO =
  'Minister Ilse Marenko sat down with Varnia Today this week. It is a long talk and well worth your time, and I print it whole below.';
const TITLE = 'Interview with Minister Ilse Marenko';
const PLAIN = plain('Question: ', 'Marenko: ');
const HTML = html('Question:', 'Marenko:');

const RU: readonly Turn[] = [
  [
    'Что вы скажете о договоре?',
    'Мы смотрим на него иначе. Текст не готов, и спешка никому не нужна. Мы говорили это в мае.',
  ],
  ['Когда выйдет флот?', 'Флот останется дома, пока идут переговоры. Я говорила об этом коллегам, и они нас поняли.'],
  ['А что партнёры?', 'Партнёры знают нашу позицию. Они получили текст год назад и не ответили так, как мы надеялись.'],
  [
    'Переговоры продолжатся?',
    'Продолжатся, пока есть о чём говорить. Делегации встречаются в Кестории на уровне заместителей.',
  ],
];
const DE: readonly Turn[] = [
  [
    'Was sagen Sie zum Vertrag?',
    'Wir sehen ihn anders. Der Text ist nicht fertig, und Eile hilft niemandem. Das haben wir im Mai gesagt.',
  ],
  [
    'Wann läuft die Flotte aus?',
    'Die Flotte bleibt, bis die Gespräche enden. Ich habe das meinen Kollegen gesagt, und sie haben es verstanden.',
  ],
  [
    'Und die Partner?',
    'Unsere Partner kennen das. Sie haben den Text seit einem Jahr und haben nicht so geantwortet, wie wir hofften.',
  ],
];
const FR: readonly Turn[] = [
  [
    'Que dites-vous du traité ?',
    "Nous le voyons autrement. Le texte n'est pas prêt et la hâte ne sert personne. Nous l'avons dit en mai.",
  ],
  [
    'Quand la flotte partira-t-elle ?',
    "La flotte reste jusqu'à la fin des pourparlers. Je l'ai dit à mes collègues, et ils l'ont compris.",
  ],
  [
    'Et vos partenaires ?',
    "Nos partenaires le savent. Ils ont le texte depuis un an et n'ont pas répondu comme nous l'espérions.",
  ],
];
const ru = plain('Вопрос: ', 'Маренко: ', RU);
const de = plain('Frage: ', 'Marenko: ', DE);
const fr = plain('Question : ', 'Marenko : ', FR);

export const FRAMED_PAGES: readonly FramedPage[] = [
  {
    name: 'a blogger re-posts, his remark straight under the last answer, in the same paragraphs',
    file: 'repost.html',
    page: page(
      TITLE,
      `<p>⟦${INTRO}⟧</p>${HTML}<p>${LAST}</p><p>⟦It is hard not to hear how tired the minister sounds. The treaty is dead, whatever Marenko says.⟧</p>` +
        '<div class="subscribe"><p>⟦Thanks for reading The Harbour Letter! Subscribe for free.⟧</p></div>',
    ),
  },
  {
    name: 'his remark says I, and speaks of the interview',
    file: 'repost2.html',
    page: page(
      TITLE,
      `<p>⟦${INTRO}⟧</p>${HTML}<p>⟦I found this interview remarkable. She has never been so blunt in public.⟧</p>`,
    ),
  },
  {
    name: 'his remark stands in a container of its own',
    file: 'repost3.html',
    page: page(
      TITLE,
      `${HTML}<p>${LAST}</p><div class="author-note"><p>⟦So much for the peace party. Watch the spring.⟧</p></div>`,
    ),
  },
  {
    name: 'plain text with comments and no separator',
    file: 'repost.txt',
    page: `${TITLE}\n\n⟦${INTRO}⟧\n\n${PLAIN}\n\n⟦Like what you read? Please consider subscribing.⟧\n\n⟦Great post as always.⟧\n\n⟦She is right about the fleet.⟧`,
  },
  {
    name: 'plain text whose closing remark names the speaker',
    file: 'closing.txt',
    page: `${TITLE}\n\n${PLAIN}\n\n${LAST}\n\n⟦Marenko has been foreign minister since 2028. Her words will not please everybody in Ostrava.⟧`,
  },
  {
    name: 'bracketed interjections between answers',
    file: 'brackets.md',
    page: `# ${TITLE}\n\n⟦${INTRO}⟧\n\n${TURNS.map(([q, a], i) => `**Question:** ${q}\n\n**Marenko:** ${a}${i === 2 ? '\n\n⟦[This is the sentence that made headlines in Ostrava, and rightly so. — ed.]⟧' : ''}`).join('\n\n')}`,
  },
  {
    name: 'italic interjections of a blogger between answers',
    file: 'italic.md',
    page: `# ${TITLE}\n\n⟦${INTRO}⟧\n\n${TURNS.map(([q, a], i) => `**Question:** ${q}\n\n**Marenko:** ${a}${i % 2 ? '\n\n⟦*Note how she avoids the question here. The fleet sailed last week.*⟧' : ''}`).join('\n\n')}`,
  },
  {
    name: 'bold interjections',
    file: 'bold.md',
    page: `# ${TITLE}\n\n⟦${INTRO}⟧\n\n${TURNS.map(([q, a], i) => `Question: ${q}\n\nMarenko: ${a}${i === 1 ? '\n\n⟦**My comment: the fleet sailed last week, as everybody in the harbour saw.**⟧' : ''}`).join('\n\n')}`,
  },
  {
    name: 'interjections in block quotes',
    file: 'quote.md',
    page: `# ${TITLE}\n\n⟦${INTRO}⟧\n\n${TURNS.map(([q, a], i) => `**Question:** ${q}\n\n**Marenko:** ${a}${i === 3 ? '\n\n> ⟦For the reader: the level of deputies means that nothing will be decided.⟧' : ''}`).join('\n\n')}`,
  },
  {
    name: 'an article that quotes an interview in its prose',
    file: 'article.html',
    page: page(
      'Minister sees no haste in treaty',
      '<p>⟦KESTORIA CITY — Foreign Minister Ilse Marenko said on Monday that the treaty was not ready.⟧</p><p>⟦"We do not see it as the other side does," she told Varnia Today in an interview. "Nobody is served by haste."⟧</p><p>⟦Asked about the fleet, Marenko said: "It stays at home." Analysts doubt it.⟧</p><p>⟦The talks go on in May.⟧</p>',
    ),
  },
  {
    name: 'a plea in the middle of a newsletter',
    file: 'plea.html',
    page: page(
      TITLE,
      `${html('Question:', 'Marenko:', TURNS.slice(0, 3))}<p>⟦The Harbour Letter is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.⟧</p>${html('Question:', 'Marenko:', TURNS.slice(3))}`,
    ),
  },
  {
    name: 'a ministry’s page with related links after the last answer',
    file: 'ministry.html',
    page: page(
      TITLE,
      `${HTML}<p>${LAST}</p><h3>⟦Related materials⟧</h3><ul><li><a href="/1">⟦Minister Marenko meets the Ambassador of Ostrava⟧</a></li><li><a href="/2">⟦Press release on the consultations of 3 May⟧</a></li></ul>`,
    ),
  },
  {
    name: 'links in paragraphs after the last answer',
    file: 'links.html',
    page: page(
      TITLE,
      `${HTML}<p>${LAST}</p><p><a href="/1">⟦Minister Marenko meets the Ambassador of Ostrava⟧</a></p><p><a href="/2">⟦On the consultations with the Free Plains delegation.⟧</a></p>`,
    ),
  },
  {
    name: 'a translator’s note at the end',
    file: 'translator.txt',
    page: `${TITLE}\n\n${PLAIN}\n\n${LAST}\n\n⟦Translator's note: the Varnian word for harbour also means refuge.⟧`,
  },
  {
    name: 'a box that opens with Background:',
    file: 'background.txt',
    page: `${TITLE}\n\n${PLAIN}\n\n${LAST}\n\n⟦Background: The treaty was signed in 2021 by nine states. Varnia left it in 2029.⟧`,
  },
  {
    name: 'a box with the heading Background between turns',
    file: 'box.html',
    page: page(
      TITLE,
      `${html('Question:', 'Marenko:', TURNS.slice(0, 3))}<aside class="infobox"><p><b>⟦Background⟧</b></p><p>⟦The treaty was signed in 2021 by nine states. Varnia left it in 2029.⟧</p></aside>${html('Question:', 'Marenko:', TURNS.slice(3))}`,
    ),
  },
  {
    name: 'captions and a photo credit between turns',
    file: 'caption.html',
    page: page(
      TITLE,
      `${html('Question:', 'Marenko:', TURNS.slice(0, 3))}<figure><img src="a.jpg"><figcaption>⟦Ilse Marenko in her office in Kestoria City.⟧</figcaption></figure><p>⟦Photo: Jon Bole / Varnia Today⟧</p>${html('Question:', 'Marenko:', TURNS.slice(3))}`,
    ),
  },
  {
    name: 'a caption as a paragraph in plain text',
    file: 'caption.txt',
    page: `${TITLE}\n\n${plain('Question: ', 'Marenko: ', TURNS.slice(0, 3))}\n\n⟦Ilse Marenko in her office in Kestoria City. Photo: Jon Bole / Varnia Today⟧\n\n${plain('Question: ', 'Marenko: ', TURNS.slice(3))}`,
  },
  {
    name: 'About the author under the last turn',
    file: 'about.txt',
    page: `${TITLE}\n\n${PLAIN}\n\n${LAST}\n\n⟦About the author⟧\n\n⟦Anna Cole writes on harbours and lives in Kestoria City.⟧`,
  },
  {
    name: 'About the author in a page',
    file: 'about.html',
    page: page(
      TITLE,
      `${HTML}<p>${LAST}</p><p><strong>⟦About the author⟧</strong></p><p>⟦Anna Cole writes on harbours and lives in Kestoria City.⟧</p>`,
    ),
  },
  {
    name: 'a podcast page with show notes',
    file: 'podcast.html',
    page: page(
      'Episode 12: Minister Ilse Marenko on the treaty',
      `<p>⟦In this episode Anna Cole talks to Minister Ilse Marenko about the treaty.⟧</p>${html('Anna Cole:', 'Ilse Marenko:')}<p>⟦Show notes⟧</p><p>⟦The treaty was signed in 2021 by nine states.⟧</p><p>⟦Listen on your favourite platform and leave us a review.⟧</p>`,
    ),
  },
  {
    name: 'Russian: the editors, the author’s comment, a plea',
    file: 'ru.txt',
    page: `Интервью министра Ильзы Маренко\n\n${ru}\n\n⟦От редакции: мнение министра может не совпадать с мнением газеты.⟧\n\n⟦Подписывайтесь на наш канал.⟧`,
  },
  {
    name: 'Russian: the author’s comment on a line of its own',
    file: 'ru2.txt',
    page: `Интервью министра Ильзы Маренко\n\n${ru}\n\n⟦Комментарий автора⟧\n\n⟦Министр явно устала. Договор мёртв, что бы она ни говорила.⟧`,
  },
  {
    name: 'Russian: a reference box and a photo credit',
    file: 'ru3.html',
    page: page(
      'Интервью министра Ильзы Маренко',
      `${html('Вопрос:', 'Маренко:', RU)}<p>⟦Справка: договор подписан в 2021 году девятью государствами.⟧</p><p>⟦Читайте также: Флот вышел в море⟧</p><p>⟦Фото: Варния сегодня⟧</p>`,
      'ru',
    ),
  },
  {
    name: 'German: the editors’ note and who asked',
    file: 'de.txt',
    page: `Interview mit Ministerin Ilse Marenko\n\n${de}\n\n⟦Anmerkung der Redaktion: Der Vertrag wurde 2021 unterzeichnet.⟧\n\n⟦Das Interview führte Anna Cole.⟧\n\n⟦Abonnieren Sie unseren Newsletter.⟧`,
  },
  {
    name: 'French: the editors’ note and who asked',
    file: 'fr.txt',
    page: `Entretien avec la ministre Ilse Marenko\n\n${fr}\n\n⟦Note de la rédaction : le traité a été signé en 2021.⟧\n\n⟦Propos recueillis par Anna Cole.⟧\n\n⟦Abonnez-vous à notre lettre d'information.⟧`,
  },
  {
    name: 'answers of several paragraphs keep them all',
    file: 'long.html',
    page: page(TITLE, `<p>⟦${INTRO}⟧</p>${HTML}<p>${LAST}</p><p>Thank you for this interview, and for the tea.</p>`),
  },
  {
    name: 'a remark in a letter’s div wrappers, with the plea button under it',
    file: 'wrap.html',
    page: page(
      TITLE,
      `<div class="body markup"><p>⟦${INTRO}⟧</p>${HTML}<p>⟦There you have it, dear readers. Nobody in Ostrava will sleep well tonight.⟧</p><p><a class="button primary" href="/subscribe"><span>⟦Subscribe now⟧</span></a></p></div>`,
    ),
  },
  {
    name: 'a rule parts the remark',
    file: 'rule.html',
    page: page(TITLE, `${HTML}<hr><p>⟦So much for the peace party. Watch the spring, and watch the harbours.⟧</p>`),
  },
  {
    name: 'an answer that goes on under a rule and says I stays with her who gave it',
    file: 'rule-within.html',
    page: page(TITLE, `${HTML}<hr><p>${LAST}</p>`),
  },
  {
    name: 'a rule parts the remark in Markdown',
    file: 'rule.md',
    page: `# ${TITLE}\n\n${plain('**Question:** ', '**Marenko:** ')}\n\n${LAST}\n\n---\n\n⟦So much for the peace party. Watch the spring, and watch the harbours.⟧`,
  },
  {
    name: 'asterisks part the remark in plain text',
    file: 'rule.txt',
    page: `${TITLE}\n\n${PLAIN}\n\n${LAST}\n\n* * *\n\n⟦So much for the peace party. Watch the spring, and watch the harbours.⟧`,
  },
  {
    name: 'the minister’s office instead of her name in the remark',
    file: 'office.txt',
    page: `${TITLE}\n\n${PLAIN}\n\n${LAST}\n\n⟦The minister also told Varnia Today that she would visit Ostrava in June. She declined to comment on the fleet.⟧`,
  },
  {
    name: 'labels without a name: the remark names him whom the title names',
    file: 'role.txt',
    page: `${TITLE}\n\n${plain('Q: ', 'A: ')}\n\n${LAST}\n\n⟦Ilse Marenko has been foreign minister since 2028, and her words will not please everybody.⟧`,
  },
  {
    name: 'who asked, and where it was printed',
    file: 'asked.txt',
    page: `${TITLE}\n\n${PLAIN}\n\n${LAST}\n\n⟦Interviewed by Anna Cole.⟧\n\n⟦This article first appeared in Varnia Today on 3 May 2031.⟧`,
  },
  {
    name: 'Russian: a remark of a blogger who speaks of the interview',
    file: 'ru4.txt',
    page: `Интервью министра Ильзы Маренко\n\n${ru}\n\n⟦Вот такое интервью, дорогие читатели. Маренко явно устала.⟧\n\n⟦Подписывайтесь на мой канал и ставьте лайки!⟧`,
  },
  {
    name: 'German: who she is',
    file: 'de2.txt',
    page: `Interview mit Ministerin Ilse Marenko\n\n${de}\n\n⟦Zur Person: Ilse Marenko, Jahrgang 1970, ist seit 2028 Ministerin.⟧`,
  },
  {
    name: 'French: italics of the editors',
    file: 'fr2.html',
    page: page(
      'Entretien avec la ministre Ilse Marenko',
      `${html('Question :', 'Marenko :', FR)}<p><em>⟦Entretien réalisé à Kestoria, relu et amendé par le ministère.⟧</em></p>`,
      'fr',
    ),
  },
  {
    name: 'questions in bold without labels, and a remark below',
    file: 'bold.html',
    page: page(
      TITLE,
      `<p>⟦${INTRO}⟧</p>${TURNS.map(([q, a]) => `<p><strong>⟦${q}⟧</strong></p><p>${a}</p>`).join('')}<p>${LAST}</p><p>⟦Marenko spoke in Varnian. I have translated her words as well as I could.⟧</p><p>⟦Thanks for reading The Harbour Letter! Subscribe for free to receive new posts.⟧</p>`,
    ),
  },
  {
    name: 'tweets and pull quotes between turns',
    file: 'pull.html',
    page: page(
      TITLE,
      `${html('Question:', 'Marenko:', TURNS.slice(0, 3))}<blockquote class="twitter-tweet"><p>⟦The fleet has sailed. I saw it from my window.⟧</p>⟦— Jon Bole (@bole)⟧</blockquote>${html('Question:', 'Marenko:', TURNS.slice(3))}`,
    ),
  },
  {
    name: 'a speech with a note of the editors below',
    file: 'speech.txt',
    page: `Remarks by Minister Ilse Marenko at the Harbour Forum\n\nLadies and gentlemen,\n\n${SAID.join('\n\n')}\n\n${LAST}\n\n⟦Editor's note: the minister spoke without notes.⟧\n\n⟦About the author⟧\n\n⟦Anna Cole writes on harbours and lives in Kestoria City.⟧`,
  },
];
