import { z } from 'zod';
import { OnrecordError } from '../core/model/index.ts';
import { digest } from './digest.ts';
import { operation } from './operation.ts';

export const mail = operation({
  name: 'mail',
  summary: 'Send the digest of what is new since a day by mail, to those whom the settings name.',
  effect: 'write',
  access: 'local',
  stream: false,
  input: z.object({
    since: digest.input.shape.since,
    empty: z.boolean().default(false).meta({ description: 'send it even when nothing is new' }),
  }),
  output: z.object({ sent: z.boolean(), subject: z.string(), to: z.array(z.string()) }),
  async run(ctx, { since, empty }) {
    if (!ctx.mailer)
      throw new OnrecordError(
        'usage',
        'mail: no mail server is set',
        'Set ONRECORD_SMTP (smtp://user:password@host:587), ONRECORD_MAIL_FROM and ONRECORD_MAIL_TO.',
      );
    const letter = (await digest.run(ctx, { since })) as z.output<(typeof digest)['output']>;
    const news = letter.texts + letter.changes + letter.hits + letter.entries;
    const { to } = ctx.mailer;
    if (news === 0 && !empty) return { sent: false, subject: letter.subject, to: [...to] };
    await ctx.mailer.send(letter.subject, letter.markdown);
    return { sent: true, subject: letter.subject, to: [...to] };
  },
});
