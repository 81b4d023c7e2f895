import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The name of the hidden field that proves that a form came from a page of this site. */
export const FORM_TOKEN = 'token';

/** Tokens of forms, one a session, made from a secret of this process: another site can neither read nor guess them. */
export class FormTokens {
  readonly #secret = randomBytes(32);

  /** @param session id of the session; '' for whoever has none */
  of(session: string): string {
    return createHmac('sha256', this.#secret).update(session).digest('base64url');
  }

  fits(session: string, token: unknown): boolean {
    if (typeof token !== 'string') return false;
    const [given, wanted] = [Buffer.from(token), Buffer.from(this.of(session))];
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}
