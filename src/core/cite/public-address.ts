/** Hosts that mean something on one machine or in one house only. */
const PRIVATE =
  /^(?:localhost|[^/]*\.(?:localhost|local|internal|lan)|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[)/i;

/** An address that a reader elsewhere can follow, safe to stand in any style; else null. Never localhost, never a file. */
export function publicAddress(url: string | null): string | null {
  const rest = /^https?:\/\/(?:[^/@\s]*@)?([^\s]+)$/i.exec(url?.trim() ?? '')?.[1];
  if (rest === undefined || PRIVATE.test(rest) || !/^[^/:?#]*\./.test(rest)) return null;
  const scheme = /^https:/i.test(url!.trim()) ? 'https' : 'http';
  return `${scheme}://${rest}`.replace(/[<>"'`|\\^{}[\]\p{Cc}\p{Cf}]/gu, (c) =>
    encodeURIComponent(c).replace(/'/g, '%27'),
  );
}
