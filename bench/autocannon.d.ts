/** What we use of the load tool, which brings no types. Latencies in milliseconds. */
declare module 'autocannon' {
  interface Result {
    readonly latency: { readonly p50: number; readonly p97_5: number };
    readonly requests: { readonly average: number };
    readonly non2xx: number;
  }
  export default function autocannon(options: { url: string; connections: number; duration: number }): Promise<Result>;
}
