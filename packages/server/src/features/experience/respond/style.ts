import { createHash } from 'node:crypto';

/**
 * The one style sheet of pages for people without an account. Inside the page, so that it is one request; the policy allows
 * exactly this text by its hash. Colours keep 4.5:1 for text and 3:1 for borders in both themes; targets are 44 px high.
 */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--page:#f5f6f8;--card:#fff;--ink:#1a1e23;--soft:#525a64;--line:#747c87;--accent:#1a56b0;--on:#fff;--bad:#a61b29}
@media (prefers-color-scheme:dark){:root{--page:#101316;--card:#191d21;--ink:#e9ebee;--soft:#b0b8c1;--line:#8a939e;--accent:#9cc2ff;--on:#0b1a33;--bad:#ff9d9d}}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;background:var(--page);color:var(--ink)}
body{margin:0;padding:1rem;overflow-wrap:anywhere}
main{max-width:38rem;margin:0 auto;background:var(--card);padding:1.25rem;border-radius:.75rem}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}
h2{font-size:1.125rem;margin:1.25rem 0 .25rem}
p{margin:0 0 .75rem}
.soft{color:var(--soft)}
.note{border-inline-start:.25rem solid var(--line);padding-inline-start:.75rem}
.bad{color:var(--bad);font-weight:600}
a{color:var(--accent)}
fieldset,.field{border:0;margin:1.5rem 0 0;padding:0;min-width:0}
legend,.ask{display:block;padding:0;font-weight:600;margin-bottom:.5rem}
.ask .soft,legend .soft{font-weight:400}
.choices{display:flex;flex-wrap:wrap;gap:.5rem}
.choices label,.tick{display:flex;align-items:center;gap:.5rem;min-height:2.75rem;padding:.25rem .75rem;border:1px solid var(--line);border-radius:.5rem;cursor:pointer}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(2.625rem,1fr));gap:.25rem}
@media (max-width:34rem){.numbers:has(:nth-child(11)){grid-template-columns:repeat(6,1fr)}}
.numbers label{flex-direction:column;gap:.125rem;justify-content:center;padding:.375rem 0}
.choices label:has(:checked),.tick:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.375rem 0 0;color:var(--soft);font-size:.875rem}
.ends :last-child{text-align:end}
input[type=radio],input[type=checkbox]{width:1.5rem;height:1.5rem;margin:0;flex:none;accent-color:var(--accent)}
textarea,input[type=email],input[type=text]{width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem;min-height:2.75rem}
textarea{min-height:6rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.5rem;margin-top:1.5rem;border:0;border-radius:.5rem;background:var(--accent);color:var(--on);cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
footer{max-width:38rem;margin:1rem auto 0;padding:0 1.25rem;color:var(--soft);font-size:.875rem}
`.trim();

/** Source that the content policy allows for the style. */
export const PAGE_STYLE_SOURCE = `'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`;
