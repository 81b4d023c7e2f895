import { FormToken, useFrame } from '../frame.tsx';
import { Layout } from './layout.tsx';

/** Name and password, or a token in the password's place. */
export function LoginPage(props: { next: string; problem: string | null }) {
  const { who } = useFrame();
  return (
    <Layout title="Sign in" path="/login">
      <h1>Sign in</h1>
      {props.problem ? (
        <p class="measure bad" role="alert">
          {props.problem}
        </p>
      ) : null}
      {who ? (
        <p class="measure">
          You have signed in as <b>{who}</b>. <a href={props.next}>Go on</a>
        </p>
      ) : null}
      <form class="ask" method="post" action="/login">
        <FormToken />
        <input type="hidden" name="next" value={props.next} />
        <label>
          Your name
          <input name="name" autocomplete="username" autocapitalize="none" />
        </label>
        <label>
          Password or token
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit">Sign in</button>
      </form>
      <p class="note">
        Who has a token leaves the name empty. If you signed in before and followed a link from elsewhere,{' '}
        <a href={props.next}>go on to the page</a>: your browser keeps the session from other sites’ links.
      </p>
    </Layout>
  );
}
