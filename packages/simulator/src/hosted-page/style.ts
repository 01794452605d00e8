/** The hosted pages' look: one sheet in the acquirer's colour, light and dark, from a phone's width up. */
export const style = `
:root { color-scheme: light dark; --ground: #eef1f5; --card: #fff; --ink: #12171f; --soft: #596575; --line: #d8dee6;
  --good: #d8f3e0; --good-ink: #0b5329; --bad: #fde3df; --bad-ink: #8c1c12; --plain: #e8ecf1; --plain-ink: #333d4a }
@media (prefers-color-scheme: dark) { :root { --ground: #0f1319; --card: #191f28; --ink: #e9edf2; --soft: #a4afbd; --line: #333d4a;
  --good: #0d3f23; --good-ink: #a3ecbe; --bad: #551a14; --bad-ink: #ffc9c2; --plain: #2a323d; --plain-ink: #d3dae3 } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif }
header { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding: 1rem max(1rem, calc(50vw - 13rem)) 4rem; background: var(--brand); color: var(--on-brand); font-size: 1.125rem }
header a { color: inherit; font-size: .875rem; padding: .375rem 0 }
main { width: min(26rem, 100% - 2rem); margin: -3rem auto 1rem; padding: 1.5rem; background: var(--card); border-radius: 1rem; box-shadow: 0 1px 2px #0002, 0 8px 24px #0001 }
h1 { font-size: 1.0625rem; font-weight: 600; line-height: 1.35; margin: 0 0 .25rem; overflow-wrap: anywhere }
p { margin: 0 0 1rem }
.amount { font-size: 2rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
[role=status] { margin-top: .75rem; padding: .75rem 1rem; border-radius: .75rem; font-weight: 500 }
.good { background: var(--good); color: var(--good-ink) } .bad { background: var(--bad); color: var(--bad-ink) } p.plain { background: var(--plain); color: var(--plain-ink) }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .5rem 1rem; margin: 1rem 0 0; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .9375rem }
dt { color: var(--soft) } dd { margin: 0; text-align: right; overflow-wrap: anywhere }
figure { margin: 1rem 0 0; padding: 1rem; border: 1px solid var(--line); border-radius: .75rem; text-align: center }
figcaption { color: var(--soft); font-size: .875rem; margin-bottom: .5rem }
output { display: block; font-size: 1.375rem; font-weight: 700; font-variant-numeric: tabular-nums; user-select: all }
.qr { width: min(15rem, 100%); margin: 0 auto .75rem; padding: .25rem; border-radius: .5rem; background: #fff } .qr svg { display: block }
code { font: .75rem/1.4 ui-monospace, Menlo, Consolas, monospace; color: var(--soft); overflow-wrap: anywhere; user-select: all }
form { margin-top: 1.25rem }
button { display: block; width: 100%; min-height: 3rem; padding: .625rem 1rem; margin-top: .5rem; border: 1px solid var(--line); border-radius: .75rem; background: transparent; color: inherit; font: inherit; cursor: pointer }
button:hover { border-color: currentcolor }
button.primary { background: var(--brand); border-color: var(--brand); color: var(--on-brand); font-weight: 600 }
button.primary:hover { filter: brightness(1.08) }
fieldset { margin: 1.25rem 0 0; padding: .25rem 1rem 1rem; border: 1px dashed var(--line); border-radius: .75rem }
legend { padding: 0 .375rem; color: var(--soft); font-size: .8125rem }
fieldset button { min-height: 2.75rem; font-size: .9375rem }
main > p:last-child { margin: 1rem 0 0 } main a { color: inherit }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px } header :focus-visible { outline-color: var(--on-brand) }
footer { margin-top: auto; padding: .5rem 1rem 1.5rem; text-align: center; color: var(--soft); font-size: .8125rem }
`;
