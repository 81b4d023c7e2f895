import { type Island, islandPath } from '../assets.ts';
import { useFrame } from '../frame.tsx';

/** A small script of ours on this page. The page is whole without it. */
export function Script(props: { island: Island }) {
  return <script type="module" src={islandPath(props.island)} nonce={useFrame().nonce}></script>;
}
