import { OnrecordError } from '../core/model/index.ts';

/**
 * Where the site stands for the world, from ONRECORD_PUBLIC_URL: without a slash at its end, without a query. Undefined
 * without it. An address of this machine is refused: it would not hold for anybody who is sent it.
 */
export function readPublicUrl(setting: string | undefined): string | undefined {
  if (!setting) return undefined;
  const url = URL.canParse(setting) ? new URL(setting) : null;
  const isPublic =
    url !== null && /^https?:$/u.test(url.protocol) && !/^(?:localhost|127\.|\[::1\]|0\.0\.0\.0)/iu.test(url.hostname);
  if (!isPublic)
    throw new OnrecordError(
      'usage',
      `ONRECORD_PUBLIC_URL is ${setting}, which nobody else can open`,
      'Write where the site stands for the world, as https://record.example.org, or leave it out.',
    );
  return `${url.origin}${url.pathname.replace(/\/+$/u, '')}`;
}
