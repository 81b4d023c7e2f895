import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

/** A chart with what it shows, how far the record reaches, and its data as a table. Wide ones scroll by themselves. */
export function Chart(props: { svg: string; caption: Child; children?: Child; label: string }) {
  return (
    <figure>
      <section class="scroll" tabindex={0} aria-label={props.label}>
        {raw(props.svg)}
      </section>
      <figcaption>{props.caption}</figcaption>
      {props.children}
    </figure>
  );
}
