/** The control room's look: one sheet, light and dark, from a phone's width up. */
export const style = `
:root { color-scheme: light dark; --ground: #f4f6f8; --card: #fff; --ink: #14181f; --soft: #566070; --line: #d9dfe6;
  --accent: #0b57c2; --on-accent: #fff; --code: #f0f3f6;
  --open: #fff1cc; --open-ink: #6a4700; --paid: #d8f3e0; --paid-ink: #0b5329; --refunded: #e5e4fb; --refunded-ink: #3b3590;
  --closed: #e8ecf0; --closed-ink: #3d4652; --bad: #fde3df; --bad-ink: #8c1c12; }
@media (prefers-color-scheme: dark) { :root { --ground: #10141a; --card: #191f27; --ink: #e8ecf1; --soft: #a3adba; --line: #2c3541;
  --accent: #7db2ff; --on-accent: #0a1524; --code: #11161d;
  --open: #4a3700; --open-ink: #ffdf8a; --paid: #0d3f23; --paid-ink: #9be8b8; --refunded: #2d2a66; --refunded-ink: #cfcdff;
  --closed: #2a323c; --closed-ink: #c9d1da; --bad: #551a14; --bad-ink: #ffc4bc; } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif }
a { color: var(--accent) }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere }
h2 { font-size: .9375rem; margin: 0 0 .75rem }
h3 { font-size: .9375rem; margin: 0 }
p { margin: 0 0 .75rem }
small, .muted, .quiet, .own, .when { color: var(--soft) }
small { font-weight: 400; font-size: .8125rem }
p small { white-space: nowrap }
code, pre { font: .8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere }
ul, ol { list-style: none; margin: 0; padding: 0 }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem }
main:focus { outline: none }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; left: -999rem }
.skip:focus { left: .5rem; top: .5rem; padding: .5rem 1rem; background: var(--card); z-index: 1 }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding: .625rem 1rem; background: var(--card); border-bottom: 1px solid var(--line) }
.brand { font-weight: 700; color: var(--ink); text-decoration: none; white-space: nowrap }
.brand span { color: var(--accent) }
nav { display: flex; flex-wrap: wrap; gap: .25rem }
nav a { padding: .3125rem .625rem; border-radius: .5rem; text-decoration: none; color: var(--soft); white-space: nowrap }
nav a:hover { background: var(--code) }
nav a[aria-current] { color: var(--ink); font-weight: 600; background: var(--code) }
.languages { margin-left: auto }
.quiet { max-width: 78rem; margin: 0 auto; padding: .375rem 1rem 0; min-height: 1.875rem; font-size: .8125rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.quiet.lost { color: var(--bad-ink) }
main { max-width: 78rem; margin: 0 auto; padding: .5rem 1rem 3rem }
.columns { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) }
.thirds, .halves { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); margin-bottom: 1rem }
@media (min-width: 58rem) { .columns { grid-template-columns: minmax(0, 1fr) 22rem; align-items: start } }
@media (max-width: 57.99rem) { .story aside { order: -1 } }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin-bottom: 1rem }
.thirds .panel, .halves .panel { margin: 0 }
.panel > :last-child { margin-bottom: 0 }
.empty { padding: 2rem 0; text-align: center }
.heading .state { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem }
.heading .sum { font-size: 1.125rem; margin-right: .25rem }
.badge { display: inline-block; padding: .0625rem .5rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; white-space: nowrap }
.open { background: var(--open); color: var(--open-ink) } .paid { background: var(--paid); color: var(--paid-ink) }
.refunded { background: var(--refunded); color: var(--refunded-ink) } .closed { background: var(--closed); color: var(--closed-ink) }
.own { font-size: .8125rem }
.acquirer { display: inline-flex; align-items: center; gap: .375rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; vertical-align: middle; color: var(--soft) }
.acquirer::before { content: ''; width: .625rem; height: .625rem; border-radius: 50%; background: #118eea }
.acquirer.doku::before { background: #e1251b } .acquirer.faspay::before { background: #f39200 }
.payments li + li { border-top: 1px solid var(--line) }
.payments a { display: grid; gap: .125rem .75rem; grid-template-columns: minmax(0, 1fr) auto; padding: .625rem .5rem; margin: 0 -.5rem; border-radius: .5rem; color: inherit; text-decoration: none }
.payments a:hover { background: var(--code) }
.payments strong { overflow-wrap: anywhere; margin-left: .25rem }
.sum { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap }
.payments .sum, .when { text-align: right }
.when { font-size: .8125rem; font-variant-numeric: tabular-nums }
.waiting, .payments .alarm { grid-column: 1 / -1 }
.waiting { color: var(--open-ink); font-size: .8125rem; margin: .375rem 0 0 }
.payments .waiting { margin: 0 }
.alarm { color: var(--bad-ink); font-weight: 600 }
.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: 1rem }
.search input { flex: 1 1 10rem }
.search label { color: var(--soft) }
button, input, select, textarea { font: inherit; color: inherit; min-height: 2.5rem; padding: .375rem .75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card) }
input, select, textarea { border-color: var(--soft); width: 100%; min-width: 0 }
button { cursor: pointer; font-weight: 500; border-color: var(--soft) }
button:hover { background: var(--code) }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
button.primary:hover { filter: brightness(1.08) }
button.danger { color: var(--bad-ink) }
button[aria-busy=true] { opacity: .6 }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: .75rem }
.fields { display: grid; gap: .25rem }
.fields label { margin-top: .375rem; font-size: .8125rem; color: var(--soft) }
.fields div { display: grid; gap: .25rem }
.fields:not(:has(:is([value=answer]):checked)) .only-answer { display: none }
.fields:not(:has(:is([value=delay], [value=late-notification], [value=browser-first]):checked)) .only-timed { display: none }
.fields:has(:is([value$=-notification], [value^=browser-]):checked) .only-call { display: none }
.fields button { margin-top: .75rem }
.time time { display: block; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums }
.notice { padding: .5rem .75rem; border-radius: .5rem; background: var(--open); color: var(--open-ink); font-size: .875rem }
.facts { margin: 0 } .facts div { padding: .3125rem 0; border-top: 1px solid var(--line) } .facts div:first-child { border-top: 0 }
dt { font-size: .8125rem; color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
.lines li { padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere } .lines li:first-child { border-top: 0; padding-top: 0 }
.lines a { color: inherit; text-decoration: none } .lines a:hover { text-decoration: underline }
.cause { display: block; color: var(--bad-ink); font-size: .8125rem }
.event { position: relative; padding: 0 0 1rem 1.375rem; border-left: 2px solid var(--line); margin-left: .375rem }
.event:last-child { border-color: transparent; padding-bottom: 0 }
.event::before { content: ''; position: absolute; left: -.4375rem; top: .3125rem; width: .75rem; height: .75rem; border-radius: 50%; background: var(--card); border: 3px solid var(--soft) }
.event.good::before { border-color: #1d8a4c } .event.bad::before { border-color: #d03a2b }
.event > time { font-size: .8125rem; color: var(--soft) }
.event:target { background: var(--code); border-radius: 0 .5rem .5rem 0 }
.group + .group { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 1rem }
details { margin-top: .375rem }
summary { cursor: pointer; padding: .125rem 0; overflow-wrap: anywhere }
pre { margin: .375rem 0; padding: .625rem .75rem; background: var(--code); border-radius: .5rem; overflow: auto; max-height: 22rem; white-space: pre-wrap }
pre.tall { max-height: 34rem }
@media (max-width: 40rem) { .top nav:not(.languages) { order: 1; width: 100% } .top nav a { padding: .3125rem .5rem }
  .payments .name, .payments .when { grid-column: 1 / -1 } .payments .sum, .payments .when { text-align: left } .payments .state { text-align: right } }
.refusal { margin: .5rem 0 0; padding: .625rem .75rem; border-radius: .5rem; background: var(--bad); color: var(--bad-ink) }
.refusal p { margin: 0 } .refusal ul { margin: .125rem 0 .5rem } .refusal dt { color: inherit; opacity: .85 }
.signature { margin: .25rem 0 } .signature div + div { margin-top: .375rem }
`;
