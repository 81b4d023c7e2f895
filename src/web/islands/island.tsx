import { useFrame } from '../frame.tsx';

/** The script element of an island, with the nonce that the page's policy asks for. */
export function Island(props: { name: string }) {
  return <script src={`/assets/${props.name}.js`} nonce={useFrame().nonce} defer></script>;
}
