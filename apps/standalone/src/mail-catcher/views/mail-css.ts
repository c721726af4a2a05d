/** A page for looking things up: the system's own colours and fonts, light and dark, from 320 px. Kept as text, since the build copies no CSS. */
export const MAIL_CSS = `
:root { color-scheme: light dark; --line: light-dark(#c9ccda, #454b6b); --muted: light-dark(#51577a, #b9bdd0); --link: light-dark(#2044aa, #a9b9ee);
  --ground: light-dark(#ffffff, #16171f); --text: light-dark(#131525, #f3f4f7); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 'Fira Sans', system-ui, Arial, sans-serif; overflow-wrap: anywhere; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.125rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.en { color: var(--muted); font-size: 0.875em; font-weight: normal; }
.lead, .empty { color: var(--muted); }
.mails { list-style: none; margin: 1.5rem 0 0; padding: 0; }
.mails li { display: grid; gap: 0 1rem; padding: 0.75rem 0; border-top: 1px solid var(--line); }
.mails a { font-weight: 600; }
.to, .date { color: var(--muted); font-size: 0.875rem; }
@media (min-width: 40rem) { .mails li { grid-template-columns: 1fr auto; } .mails a { grid-column: 1 / -1; } }
dl { margin: 0; }
dl div { display: grid; gap: 0 1rem; padding: 0.25rem 0; border-top: 1px solid var(--line); }
@media (min-width: 40rem) { dl div { grid-template-columns: 11rem 1fr; } }
dt { color: var(--muted); }
dd { margin: 0; }
iframe { width: 100%; height: 40rem; max-height: 80vh; border: 1px solid var(--line); border-radius: 4px; background: #ffffff; }
pre { margin: 0; white-space: pre-wrap; font: 0.9375rem/1.5 ui-monospace, monospace; }
details { margin-top: 1.5rem; }
summary { min-height: 1.5rem; cursor: pointer; }
`;
