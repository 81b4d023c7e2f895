import type { Sent } from '../../tray.ts';

/** A text to look at: bytes on the tray, or an address. */
export interface Offered {
  /** the tray's id, or null for an address */
  readonly item: string | null;
  /** what the operations call it: its file name, or the address */
  readonly path: string;
  readonly sent: Sent | null;
}
