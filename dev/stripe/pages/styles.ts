import { Html } from "./html";

export const STYLES = new Html(`
:root {
  color-scheme: light dark;
  --page: light-dark(#f5f6f8, #14161a);
  --card: light-dark(#fff, #1d2026);
  --ink: light-dark(#1a1f36, #eceef2);
  --quiet: light-dark(#596171, #a3abba);
  --line: light-dark(#dde1e8, #343a45);
  --accent: light-dark(#4b3fd4, #a9a2ff);
  --on-accent: light-dark(#fff, #17123f);
  --good: light-dark(#0b6b38, #6fdc9f);
  --bad: light-dark(#b3142f, #ff9aa9);
  --ribbon: light-dark(#fff1cc, #4a3a08);
  --on-ribbon: light-dark(#5b4300, #ffe7a3);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
main { margin: 0 auto; padding: 1.25rem 1rem 3rem; }
.narrow main { max-width: 30rem; }
.wide main { max-width: 72rem; }
.ribbon { margin: 0; padding: .5rem 1rem; background: var(--ribbon); color: var(--on-ribbon); font-size: .875rem; text-align: center; }
.ribbon strong { margin-right: .35rem; }
h1 { margin: 0; font-size: 1.375rem; line-height: 1.25; }
h2 { margin: 2rem 0 .75rem; font-size: 1.0625rem; }
p { margin: .5rem 0; }
a { color: var(--accent); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; margin-top: 1rem; }
.card > :first-child { margin-top: 0; }
.quiet { color: var(--quiet); font-size: .9375rem; }
.amount { margin: .25rem 0 0; font-size: 2.25rem; font-weight: 650; letter-spacing: -.02em; line-height: 1.2; }
.items { margin: 1rem 0 0; padding: 1rem 0 0; list-style: none; border-top: 1px solid var(--line); }
.events { padding: .5rem 1.25rem; list-style: none; }
.events li { padding: .5rem 0; }
.events li + li { border-top: 1px solid var(--line); }
.items li { display: flex; justify-content: space-between; gap: 1rem; }
label, legend { font-weight: 550; font-size: .9375rem; }
.field { display: grid; gap: .375rem; margin-top: 1rem; }
input[type="text"], input[type="email"] {
  width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: var(--page); border: 1px solid var(--line); border-radius: .5rem;
}
fieldset { margin: 1rem 0 0; padding: 0; border: 0; min-width: 0; }
.choices { display: grid; margin-top: .375rem; border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
.choice { display: flex; align-items: center; gap: .75rem; min-height: 2.75rem; padding: .375rem .75rem; font-weight: 400; cursor: pointer; }
.choice + .choice, details, details .choice { border-top: 1px solid var(--line); }
.choice:has(:checked) { background: color-mix(in srgb, var(--accent) 12%, transparent); }
.choice input { accent-color: var(--accent); width: 1.125rem; height: 1.125rem; margin: 0; flex: none; }
.choice code { margin-left: auto; color: var(--quiet); white-space: nowrap; }
code { font: .8125rem ui-monospace, SFMono-Regular, Menlo, monospace; overflow-wrap: anywhere; }
.button, button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: .5rem 1rem;
  font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 1px solid transparent; border-radius: .5rem;
}
.second { color: var(--ink); background: transparent; border-color: var(--line); }
.small { min-height: 2.25rem; padding: .25rem .625rem; font-size: .875rem; font-weight: 550; }
.full { width: 100%; margin-top: 1.25rem; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: .75rem; }
.actions form { display: flex; gap: .375rem; }
.actions input[type="text"] { width: 6.5rem; min-height: 2.25rem; font-size: .875rem; }
.problem { margin: 1rem 0 0; padding: .75rem 1rem; border: 1px solid var(--bad); border-radius: .5rem; color: var(--bad); font-weight: 550; }
.badge { display: inline-block; padding: .0625rem .5rem; border: 1px solid currentColor; border-radius: 1rem; font-size: .8125rem; font-weight: 550; white-space: nowrap; }
.open { color: var(--quiet); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.row { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 1rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: .75rem 0 0; font-size: .875rem; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.log { margin: .5rem 0 0; padding-left: 1.25rem; font-size: .875rem; }
summary { color: var(--quiet); }
pre { margin: .5rem 0 0; padding: .75rem; overflow-x: auto; background: var(--page); border-radius: .5rem; font: .8125rem/1.45 ui-monospace, SFMono-Regular, Menlo, monospace; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`);
