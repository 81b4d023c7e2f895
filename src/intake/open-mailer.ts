import { OnrecordError } from '../core/model/index.ts';

/** Sends letters to the people whom the settings name. */
export interface Mailer {
  readonly to: readonly string[];
  /** Plain text, UTF-8. Throws OnrecordError `refused` when the server does not take it. */
  send(subject: string, text: string): Promise<void>;
}

const PATIENCE_MS = 20_000;

/** The mailer that ONRECORD_SMTP, ONRECORD_MAIL_FROM and ONRECORD_MAIL_TO describe; undefined without the first. */
export function openMailer(env: Readonly<Record<string, string | undefined>> = process.env): Mailer | undefined {
  const { ONRECORD_SMTP: server, ONRECORD_MAIL_FROM: from, ONRECORD_MAIL_TO: list } = env;
  if (!server) return undefined;
  const to = (list ?? '')
    .split(',')
    .map((a) => a.trim())
    .filter(Boolean);
  if (!/^smtps?:\/\//u.test(server) || !URL.canParse(server))
    throw new OnrecordError(
      'usage',
      'ONRECORD_SMTP is no address of a mail server',
      'Write smtp://host:587, or smtps://user:password@host:465.',
    );
  if (!from || to.length === 0)
    throw new OnrecordError(
      'usage',
      'ONRECORD_SMTP is set, but not who writes to whom',
      'Set ONRECORD_MAIL_FROM to one address, ONRECORD_MAIL_TO to one or more with commas between.',
    );
  return {
    to,
    async send(subject, text) {
      // large, and few runs send a letter
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        url: server,
        connectionTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.sendMail({ from, to, subject, text });
      } catch (error) {
        throw new OnrecordError(
          'refused',
          `the mail server did not take the letter: ${(error as Error).message}`,
          'Look at ONRECORD_SMTP, ONRECORD_MAIL_FROM and ONRECORD_MAIL_TO.',
        );
      } finally {
        transport.close();
      }
    },
  };
}
