/** One table of what can go wrong: code -> exit status and HTTP status. What a healthy archive can hold is a value instead. */
export const ERROR_CODES = {
  usage: { exit: 2, http: 400 },
  'not-found': { exit: 1, http: 404 },
  unreadable: { exit: 1, http: 422 },
  unsupported: { exit: 1, http: 415 },
  'too-large': { exit: 1, http: 413 },
  timeout: { exit: 1, http: 504 },
  refused: { exit: 1, http: 403 },
  'sign-in': { exit: 1, http: 401 },
  'too-often': { exit: 1, http: 429 },
  'wrong-host': { exit: 1, http: 421 },
  store: { exit: 3, http: 503 },
  'not-built-yet': { exit: 3, http: 501 },
  internal: { exit: 1, http: 500 },
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** Thrown for what should not happen. The message says what was seen and where; the hint says what to do. */
export class OnrecordError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | null;
  constructor(code: ErrorCode, message: string, hint: string | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'OnrecordError';
    this.code = code;
    this.hint = hint;
  }
}
