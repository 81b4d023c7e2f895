import { expect, test } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import { judgeIn } from '../judge.fixture.ts';
import { lexiconOf } from '../lexicon.ts';

const lexicon = lexiconOf(loadRules().cues);

/** What a cut, an ellipsis, a bracket or a sign may not do, each beside what it may. */
const CASES: Record<string, [source: string, quote: string, verdict: string]> = {
  'a condition before the words': ['If they leave the strait, we will sign it.', 'We will sign it.', 'truncated'],
  'a condition with an aside': ['If they leave, God willing, we will sign it.', 'We will sign it.', 'truncated'],
  'an inverted condition': ['Should they leave the strait, we will sign it.', 'We will sign it.', 'truncated'],
  'a condition with its "then"': ['If they leave, then we will sign it.', 'We will sign it.', 'truncated'],
  'an idle condition': ['If you ask me, we will sign it.', 'We will sign it.', 'orthographic'],
  'a clause of time is no condition': ['When I was young, we signed them all.', 'We signed them all.', 'orthographic'],
  'a fragment inside its own sentence': ['If they leave the strait, we will sign it.', 'leave the strait', 'verbatim'],
  'a condition further on': ['We will sign it next week if they leave.', 'We will sign it.', 'truncated'],
  '"see if" is no condition': ['We will go there and see if they leave.', 'We will go there.', 'verbatim'],
  'a denial with a long subject': [
    'I do not want anybody here to think that we are at war.',
    'We are at war.',
    'truncated',
  ],
  'no evidence': ['There is no evidence that we broke the treaty.', 'We broke the treaty.', 'truncated'],
  'no doubt asserts': ['There is no doubt that we kept the treaty.', 'We kept the treaty.', 'orthographic'],
  'a denial behind an aside': ['I do not think that, after all, we are at war.', 'We are at war.', 'truncated'],
  'a hope before a printed "that"': ['I hope that the question was fair.', 'That the question was fair.', 'truncated'],
  'a hope': ['I hope that we will sign it.', 'We will sign it.', 'truncated'],
  'an own view': ['I think that we will sign it.', 'We will sign it.', 'orthographic'],
  'a view of others without "that"': ['Most people think he will sign it.', 'He will sign it.', 'misattributed'],
  'a view laid to others behind the words': ['We broke the treaty, they say.', 'We broke the treaty.', 'misattributed'],
  'according to others': ['According to the Kestorians, we broke the treaty.', 'We broke the treaty.', 'misattributed'],
  'according to himself': ['According to our figures, they broke it.', 'They broke it.', 'orthographic'],
  'a name that looks like a verb': ['In the Varnian States, we see it too.', 'We see it too.', 'orthographic'],
  'a later sentence of a report': [
    'They said, “You broke it. We will never sign.” and they left.',
    'We will never sign.',
    'misattributed',
  ],
  'a limit before the words': ['Some people want the treaty to end.', 'People want the treaty to end.', 'truncated'],
  'a question cut to a statement': ['Do you think that we broke the treaty?', 'We broke the treaty', 'truncated'],
  'a question by its mark alone': ['You broke the treaty?', 'You broke the treaty.', 'altered'],
  'a question by its words': ['Why did they break the treaty?', 'Why did they break the treaty.', 'verbatim'],
  'a statement printed as a question': ['We kept the treaty.', 'We kept the treaty?', 'altered'],
  'what follows "what" is no question': ['What we want is a treaty.', 'What we want is a treaty?', 'altered'],
  'a tag asks for assent': ['We kept the treaty, right?', 'We kept the treaty.', 'verbatim'],
  'words of a question': ['Are you content with the inspection regime?', 'the inspection regime', 'verbatim'],
  'an ellipsis over a limit': [
    'We will inspect some of the missiles there.',
    'We will inspect ... the missiles there.',
    'truncated',
  ],
  'an ellipsis over a wish': ['We are trying to sign the treaty now.', 'We are ... sign the treaty now.', 'truncated'],
  'an ellipsis over a report': [
    'We know, and they say that we broke the treaty.',
    'We know ... we broke the treaty.',
    'truncated',
  ],
  'an ellipsis over a place': [
    'We met in the old harbour on Monday evening.',
    'We met ... on Monday evening.',
    'marked',
  ],
  'another name in brackets': ['We met with Perrin on Monday.', 'We met with [Reval] on Monday.', 'altered'],
  'a fuller name in brackets': ['We met with Perrin on Monday.', 'We met with [Nadia Perrin] on Monday.', 'marked'],
  'another word in brackets': ['We had good talks with them.', 'We had [bad] talks with them.', 'altered'],
  '"I" for "he" in brackets': ['We know that he broke the treaty.', 'We know that [I] broke the treaty.', 'altered'],
  '"he" for "I" in brackets': ['We know that I kept the treaty.', 'We know that [he] kept the treaty.', 'marked'],
  'a definite noun made plain': ['We will extend the treaty now.', 'We will extend [the Doral Treaty] now.', 'marked'],
  'Russian: a condition before the words': [
    'Если они уйдут, то мы подпишем договор.',
    'Мы подпишем договор.',
    'truncated',
  ],
  'Russian: an idle condition': ['Если позволите, мы подпишем договор.', 'Мы подпишем договор.', 'orthographic'],
  'Russian: a hope with a comma': ['Надеюсь, мы подпишем договор.', 'Мы подпишем договор.', 'truncated'],
  'Russian: a view of experts': ['Эксперты считают, что мы нарушили договор.', 'Мы нарушили договор.', 'misattributed'],
  'Russian: an own view': ['Я считаю, что мы выполнили договор.', 'Мы выполнили договор.', 'orthographic'],
  'Russian: a question by its mark': ['Вы нарушили договор?', 'Вы нарушили договор.', 'altered'],
  'Russian: per cent': ['Мы вывели 30 процентов ракет.', 'Мы вывели 30% ракет.', 'orthographic'],
};
for (const [name, [source, quote, verdict]] of Object.entries(CASES))
  test(`[Q2] ${name}`, () => expect(judgeIn(lexicon, source, quote)?.judged.verdict).toBe(verdict));
