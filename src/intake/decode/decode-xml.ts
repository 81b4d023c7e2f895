import type { DecodedSource } from '../../core/model/index.ts';
import { decodeText } from './decode-text.ts';

/** XML bytes to a string, by the encoding its declaration names. */
export function decodeXml(bytes: Uint8Array, name: string, mediaType: string): DecodedSource {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const encoding = /^[^>]{0,20}<\?xml[^>]{0,100}encoding=["']([\w.-]{1,40})["']/.exec(head)?.[1];
  const source = decodeText(bytes, name, 'xml', encoding ? `application/xml; charset=${encoding}` : mediaType);
  return { ...source, mediaType: mediaType.split(';')[0]! };
}
