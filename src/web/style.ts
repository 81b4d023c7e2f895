/** The one style sheet: paper and ink, one accent, two designed themes, made for long reading and for print. */
export const STYLE = `
@font-face{font-family:"Source Serif 4";src:url(/assets/serif.woff2) format("woff2");font-weight:200 900;font-display:swap;unicode-range:U+0-2FF,U+2000-22FF}
@font-face{font-family:"Source Serif 4";src:url(/assets/serif-italic.woff2) format("woff2");font-weight:200 900;font-style:italic;font-display:swap;unicode-range:U+0-2FF,U+2000-22FF}
@font-face{font-family:"Source Serif 4";src:url(/assets/serif-cyrillic.woff2) format("woff2");font-weight:200 900;font-display:swap;unicode-range:U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116}
@font-face{font-family:Inter;src:url(/assets/sans.woff2) format("woff2");font-weight:100 900;font-display:swap;unicode-range:U+0-2FF,U+2000-22FF}
@font-face{font-family:Inter;src:url(/assets/sans-cyrillic.woff2) format("woff2");font-weight:100 900;font-display:swap;unicode-range:U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116}
:root{--paper:#fbfaf6;--sheet:#fffefb;--ink:#1f1c18;--soft:#57514a;--rule:#d9d3c7;--tint:#f2eee4;--accent:#17595a;--grave:#a32115;--good:#1d5c34;--mark:#fbeab8;
--serif:"Source Serif 4",Georgia,"Times New Roman",serif;--sans:Inter,system-ui,"Segoe UI",sans-serif;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--paper:#181613;--sheet:#1f1d19;--ink:#ebe5d9;--soft:#b3aa9c;--rule:#3d3830;--tint:#262320;--accent:#8ccbc4;--grave:#ff9d8c;--good:#98d6a8;--mark:#55471a}}
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--serif);line-height:1.55;overflow-wrap:anywhere}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.18em}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:.5rem;background:var(--sheet);padding:.4rem .8rem;z-index:9}
header.top{border-bottom:1px solid var(--rule);font-family:var(--sans);font-size:.82rem}
header.top>div{max-width:66rem;margin:auto;padding:.8rem 1.2rem;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;align-items:baseline}
header.top .name{font-family:var(--serif);font-weight:650;font-size:1.12rem;color:var(--ink);text-decoration:none;margin-right:auto}
header.top nav{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
header.top nav a{color:var(--soft);text-decoration:none;padding:.15rem 0}header.top nav a:hover,header.top nav a[aria-current]{color:var(--accent);border-bottom:2px solid}
header.top form.out{display:inline}header.top form.out button{background:none;color:var(--soft);padding:.15rem 0;font:inherit;text-decoration:underline}
main{max-width:66rem;margin:0 auto;padding:1.6rem 1.2rem 4rem}
h1{font-size:1.75rem;line-height:1.2;font-weight:600;margin:.4rem 0 .6rem;text-wrap:balance;max-width:30em}
h2{font-size:1.15rem;font-weight:650;margin:2.2rem 0 .5rem}
h3{font-size:1rem;margin:1.4rem 0 .3rem}
.sans,.facts,.note,label,button,input,select,textarea,table,.meta,summary,footer{font-family:var(--sans);font-size:.82rem}
.lede{font-size:1.08rem;color:var(--soft);max-width:36em}
.measure{max-width:36em}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.12rem 1rem;color:var(--soft);margin:.4rem 0 1.4rem;max-width:46em}
.facts dt{font-weight:500}.facts dd{margin:0;color:var(--ink);font-variant-numeric:tabular-nums}
.note{color:var(--soft);max-width:46em;margin:.5rem 0}
.badge{display:inline-block;border:1px solid var(--rule);border-radius:1em;padding:.02rem .6em;font-family:var(--sans);font-size:.74rem;color:var(--soft)}
form.ask{display:grid;gap:.5rem;max-width:40em;margin:.4rem 0 1rem}
form.ask .row{display:flex;flex-wrap:wrap;gap:.6rem}
form.ask .row>*{flex:1 1 11em}
label{display:grid;gap:.2rem;color:var(--soft)}
input,select,textarea{font:inherit;font-size:.95rem;font-family:var(--sans);color:var(--ink);background:var(--sheet);border:1px solid var(--soft);border-radius:3px;padding:.45rem .6rem;width:100%;min-width:0}
textarea{font-family:var(--serif);font-size:1rem;min-height:5.2em;resize:vertical}
button{font-weight:600;color:var(--paper);background:var(--accent);border:0;border-radius:3px;padding:.55rem 1.1rem;justify-self:start;cursor:pointer}
.three{display:grid;grid-template-columns:repeat(auto-fit,minmax(16.5rem,1fr));gap:1.2rem 2.4rem;margin:1.6rem 0 2rem}
.three section{border-top:3px solid var(--accent);padding-top:.5rem}.three h2{margin:.2rem 0 .6rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0 1.4rem;line-height:1.45}
.scroll{overflow-x:auto}
th{text-align:left;font-weight:600;color:var(--soft);border-bottom:1px solid var(--soft);padding:.3rem .8rem .3rem 0}
td{vertical-align:top;border-bottom:1px solid var(--rule);padding:.4rem .8rem .4rem 0;font-variant-numeric:tabular-nums}
th,td{overflow-wrap:break-word}td.words{overflow-wrap:anywhere}th[scope=row]{border-bottom-color:var(--rule);vertical-align:top;padding-top:.4rem}
td.words,blockquote{font-family:var(--serif);font-size:1rem}
blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid var(--rule);max-width:36em}
mark{background:var(--mark);color:inherit;padding:0 .05em}
ins{text-decoration:underline;text-decoration-thickness:.12em;color:var(--good)}del{text-decoration:line-through;color:var(--soft)}
.grave ins,.grave del{color:var(--grave);font-weight:600}
.turn{display:grid;grid-template-columns:10.5rem minmax(0,37rem) minmax(0,1fr);gap:0 1.6rem;margin:0 0 1.15rem;scroll-margin-top:1rem}
.turn .who{font-family:var(--sans);font-size:.78rem;line-height:1.4;text-align:right;color:var(--soft);padding-top:.28rem}
.turn .who>div{position:sticky;top:.8rem}
.turn .who b{color:var(--ink);font-weight:600}.turn .who .role{display:block}
.turn .body p{margin:0 0 .7em}.turn .body p:last-child{margin:0}
.turn .side{font-family:var(--sans);font-size:.74rem;color:var(--soft);line-height:1.4;padding-top:.3rem}
.turn .side a{color:inherit}
.turn.question .body{color:var(--soft);font-size:.95rem}
.turn.commentary .body{background:var(--tint);border-left:3px solid var(--rule);padding:.5rem .9rem}
.turn.aside .body{font-size:.86rem;color:var(--soft);font-style:italic}
.turn.heading .body,.turn.title .body{font-weight:650}
.turn.metadata .body{font-family:var(--sans);font-size:.82rem;color:var(--soft)}
.turn:target{background:var(--tint);box-shadow:0 0 0 .5rem var(--tint)}
.turn.goeson .who b::after{content:" (goes on)";font-weight:400}
details.fold{grid-column:2;font-size:.86rem;color:var(--soft)}details.fold summary{cursor:pointer;font-size:.78rem}
.v{font-family:var(--sans);margin-right:.3em}
.v-official{color:var(--accent)}
.verdict{font-family:var(--sans);font-weight:650;font-size:1rem;display:flex;gap:.6rem;align-items:baseline;margin:1rem 0 .3rem}
.verdict .sign{font-size:1.2rem;min-width:1.4em;text-align:center}
.ok{color:var(--good)}.bad{color:var(--grave)}
pre{white-space:pre-wrap;font-size:.8rem;line-height:1.45;background:var(--tint);padding:.7rem .9rem;margin:.3rem 0 1rem;max-width:46em}code{font-size:.86em}
.hit{margin:0 0 1.1rem;max-width:46em}.hit p{margin:.1rem 0}
.bars td:nth-child(2){width:60%}.bar{display:inline-block;height:.7em;background:var(--accent);vertical-align:baseline;min-width:2px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1.6rem;border-top:1px solid var(--rule);padding:.6rem 0}
.pair .rel{grid-column:1/-1}.pair blockquote{margin:.2rem 0}
footer{border-top:1px solid var(--rule);color:var(--soft)}footer>div{max-width:66rem;margin:auto;padding:1rem 1.2rem 2rem}
meter{height:.8em}meter::-webkit-meter-bar{background:var(--tint);border:1px solid var(--rule);border-radius:0}meter::-webkit-meter-optimum-value{background:var(--accent)}meter::-moz-meter-bar{background:var(--accent)}
@media(max-width:900px){html{font-size:106%}.turn{grid-template-columns:minmax(0,1fr)}.turn .who{text-align:left;padding:0}.turn .who>div{position:static}details.fold{grid-column:1}.pair{grid-template-columns:1fr}h1{font-size:1.45rem}}
@media print{header.top,form,.skip,footer,.side a{display:none}body{background:#fff;color:#000}.turn{break-inside:avoid-page;grid-template-columns:8rem 1fr}main{padding:0;max-width:none}a{color:inherit;text-decoration:none}}
`.trim();
