/** The look of the report that is sent to an editor: one column, readable on a phone, in print and on a dark screen. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#4a4a4a;--line:#888;--good:#2c6e49;--bad:#a4161a;--open:#9a6700}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e3;--paper:#16181b;--soft:#b4b0aa;--line:#777;--good:#7ccf9a;--bad:#ff8f8a;--open:#e3b341}}
body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:0}ol.q{list-style:none;padding:0}
ol.q>li{border-left:.4rem solid var(--line);padding:.2rem 1rem;margin:1.5rem 0}
ol.q>li.fine{border-color:var(--good)}ol.q>li.grave{border-color:var(--bad)}ol.q>li.open{border-color:var(--open)}
blockquote{margin:.5rem 0;font-style:italic}.by,.small{font-size:.85rem;color:var(--soft)}
del{color:var(--bad)}ins{color:var(--good);text-decoration:underline}
table{border-collapse:collapse;font-size:.85rem}td{padding:.1rem 1rem .1rem 0;vertical-align:top}
.sign td{border-bottom:1px solid var(--line);min-width:6rem;height:2rem}.sign td+td{width:14rem}
@media print{:root{--ink:#000;--paper:#fff;--soft:#333}body{margin:0}ol.q>li{break-inside:avoid}}
`;
