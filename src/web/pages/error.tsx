import { Layout } from './layout.tsx';

export function ErrorPage(props: { message: string; hint: string | null }) {
  return (
    <Layout title="Not found" path="">
      <h1>This did not work</h1>
      <p class="measure">{props.message}</p>
      {props.hint ? <p class="note">{props.hint}</p> : null}
      <p>
        <a href="/">Back to the beginning</a>
      </p>
    </Layout>
  );
}
