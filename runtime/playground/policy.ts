/**
 * What the page may do, for its browser to hold it to: run its own script, style and worker, and ask nobody for
 * anything. JavaScript from text (`eval`) is not allowed either, so nock's machine translates nothing there.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
