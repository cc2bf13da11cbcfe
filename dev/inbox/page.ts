import { html, Markup } from "./html";

const STYLE = new Markup(`
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 15%, transparent); }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 46rem; overflow-wrap: anywhere; }
  h1 { font-size: 1.25rem; }
  h2 { font-size: 1rem; }
  iframe, pre { box-sizing: border-box; }
  a { color: light-dark(#1d4ed8, #93b4ff); }
  small, time, dt { opacity: 0.7; font-size: 0.875rem; }
  ol { list-style: none; padding: 0; margin: 1rem 0; border-top: 1px solid var(--line); }
  ol a { display: block; padding: 0.75rem 0; border-bottom: 1px solid var(--line); text-decoration: none; color: inherit; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
  dd { margin: 0; }
  iframe { width: 100%; height: 32rem; border: 1px solid var(--line); border-radius: 0.5rem; background: white; }
  pre { white-space: pre-wrap; border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem; }
  input, button { font: inherit; padding: 0.5rem; }
  .code { font: 700 2.5rem/1 ui-monospace, monospace; letter-spacing: 0.15em; user-select: all; }
`);

/** One page of the inbox. `refresh_s` makes the browser load it again by itself. */
export function page(title: string, body: Markup, refresh_s: number | null = null): Response {
  const document = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${refresh_s === null ? null : html`<meta http-equiv="refresh" content="${String(refresh_s)}">`}
    <link rel="icon" href="data:,">
    <title>${title}</title>
    <style>${STYLE}</style>
  </head>
  <body>${body}</body>
</html>`;
  return new Response(document.text, { headers: { "content-type": "text/html; charset=utf-8" } });
}
