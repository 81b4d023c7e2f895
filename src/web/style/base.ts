/** Type, colour and the elements every page is made of: paper and ink, one accent, two designed themes. */
export const BASE = `
@font-face{font-family:"Source Serif 4";src:url(/assets/serif.woff2) format("woff2");font-weight:200 900;font-display:swap;unicode-range:U+0-2FF,U+2000-22FF}
@font-face{font-family:"Source Serif 4";src:url(/assets/serif-italic.woff2) format("woff2");font-weight:200 900;font-style:italic;font-display:swap;unicode-range:U+0-2FF,U+2000-22FF}
@font-face{font-family:"Source Serif 4";src:url(/assets/serif-cyrillic.woff2) format("woff2");font-weight:200 900;font-display:swap;unicode-range:U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116}
@font-face{font-family:Inter;src:url(/assets/sans.woff2) format("woff2");font-weight:100 900;font-display:swap;unicode-range:U+0-2FF,U+2000-22FF}
@font-face{font-family:Inter;src:url(/assets/sans-cyrillic.woff2) format("woff2");font-weight:100 900;font-display:swap;unicode-range:U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116}
:root{--paper:#fbfaf6;--sheet:#fffefb;--ink:#1f1c18;--soft:#57514a;--rule:#d9d3c7;--tint:#f2eee4;--accent:#17595a;--accent-tint:#e4eeea;--grave:#a32115;--good:#1d5c34;--mark:#fbeab8;
--serif:"Source Serif 4",Georgia,"Times New Roman",serif;--sans:Inter,system-ui,"Segoe UI",sans-serif;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--paper:#181613;--sheet:#1f1d19;--ink:#ebe5d9;--soft:#b3aa9c;--rule:#3d3830;--tint:#262320;--accent:#8ccbc4;--accent-tint:#1f2f2d;--grave:#ff9d8c;--good:#98d6a8;--mark:#55471a}}
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--serif);line-height:1.55;overflow-wrap:anywhere;font-variant-numeric:oldstyle-nums}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.18em}
a.quiet{color:inherit;text-decoration:none}a.quiet:hover{text-decoration:underline;text-decoration-color:var(--accent)}
:is(a,button,input,select,textarea,summary,[tabindex]):focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:.5rem;background:var(--sheet);padding:.4rem .8rem;z-index:9}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.nowrap{white-space:nowrap}
header.top{border-bottom:1px solid var(--rule);font-family:var(--sans);font-size:.8rem}
header.top>div{max-width:66rem;margin:auto;padding:.9rem 1.2rem .7rem;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;align-items:baseline}
header.top .name{font-family:var(--serif);font-weight:650;font-size:1.2rem;letter-spacing:-.01em;color:var(--ink);text-decoration:none;margin-right:auto}
header.top nav{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
header.top nav a{color:var(--soft);text-decoration:none;padding:.2rem 0;border-bottom:2px solid transparent}header.top nav a:hover,header.top nav a[aria-current]{color:var(--accent);border-bottom-color:currentcolor}
header.top form.out{display:inline}header.top form.out button{background:none;color:var(--soft);padding:.2rem 0;font:inherit;text-decoration:underline}
main{max-width:66rem;margin:0 auto;padding:1.8rem 1.2rem 4rem}
h1{font-size:1.85rem;line-height:1.18;font-weight:600;letter-spacing:-.012em;margin:.3rem 0 .7rem;text-wrap:balance;max-width:28em}
h2{font-size:1.18rem;font-weight:650;line-height:1.3;margin:2.4rem 0 .5rem}
h3{font-size:1rem;font-weight:650;margin:1.4rem 0 .3rem}
.eyebrow{font-family:var(--sans);font-size:.78rem;color:var(--soft);margin:0;font-variant-numeric:lining-nums}
.sans,.facts,.note,label,legend,button,input,select,textarea,table,.meta,summary,footer,.tabs,figcaption{font-family:var(--sans);font-size:.82rem;font-variant-numeric:lining-nums}
.lede{font-size:1.08rem;color:var(--soft);max-width:36em}
.measure{max-width:36em}
.note{color:var(--soft);max-width:46em;margin:.5rem 0}
.coverage{border-left:3px solid var(--rule);padding-left:.8rem}
.badge{display:inline-block;border:1px solid var(--rule);border-radius:1em;padding:.02rem .6em;font-family:var(--sans);font-size:.74rem;font-weight:400;color:var(--soft);white-space:nowrap;font-variant-numeric:lining-nums}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.16rem 1.1rem;color:var(--soft);margin:1rem 0 1.6rem;padding:.7rem 0;border-block:1px solid var(--rule);max-width:48em}
.facts dt{font-weight:400}.facts dd{margin:0;color:var(--ink);font-variant-numeric:lining-nums tabular-nums}
form.ask{display:grid;gap:.7rem;max-width:46rem;margin:.4rem 0 1.2rem}
form.ask .row{display:flex;flex-wrap:wrap;gap:.7rem}
form.ask .row>*{flex:1 1 9em}form.ask .row>.wide{flex:2 1 18em}
label{display:grid;gap:.2rem;color:var(--soft)}
label.tick{display:flex;gap:.5rem;align-items:baseline}label.tick input{width:auto}
fieldset{border:0;padding:0;margin:0;min-width:0}legend{padding:0;color:var(--soft)}
input,select,textarea{font:inherit;font-size:.95rem;font-family:var(--sans);color:var(--ink);background:var(--sheet);border:1px solid var(--soft);border-radius:3px;padding:.45rem .6rem;width:100%;min-width:0;min-height:2.5rem}
input[type=checkbox],input[type=radio]{min-height:0;accent-color:var(--accent)}
input[type=range]{padding:0;border:0;background:none;accent-color:var(--accent)}
textarea{font-family:var(--serif);font-size:1rem;min-height:5.2em;resize:vertical}textarea.long{min-height:12em}
button{font-weight:600;color:var(--paper);background:var(--accent);border:0;border-radius:3px;padding:.6rem 1.1rem;justify-self:start;cursor:pointer}
button.plain{color:var(--accent);background:none;border:1px solid currentcolor;padding:.5rem 1rem}
.three{display:grid;grid-template-columns:repeat(auto-fit,minmax(16.5rem,1fr));gap:1.2rem 2.4rem;margin:1.6rem 0 2rem}
.three section{border-top:3px solid var(--accent);padding-top:.5rem}.three h2{margin:.2rem 0 .6rem}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:0 2.6rem;align-items:start}
table{border-collapse:collapse;width:100%;margin:.6rem 0 1.4rem;line-height:1.45}
caption{text-align:left;color:var(--soft);padding-bottom:.3rem}
.scroll{overflow-x:auto}
th{text-align:left;font-weight:600;color:var(--soft);border-bottom:1px solid var(--soft);padding:.3rem .8rem .3rem 0}
td{vertical-align:top;border-bottom:1px solid var(--rule);padding:.45rem .8rem .45rem 0;font-variant-numeric:lining-nums tabular-nums}
th,td{overflow-wrap:break-word}td.words{overflow-wrap:anywhere}th[scope=row]{border-bottom-color:var(--rule);vertical-align:top;padding-top:.45rem}
td.number,th.number{text-align:right;padding-left:.8rem;padding-right:.8rem;white-space:nowrap}:is(td,th).number:last-child{padding-right:0}
th[scope=row] .note{font-weight:400}
td.words,blockquote{font-family:var(--serif);font-size:1rem;font-variant-numeric:oldstyle-nums}
tr:target td,tr:target th,li:target{background:var(--mark)}
blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid var(--rule);max-width:36em}
mark{background:var(--mark);color:inherit;padding:0 .08em}
ins{text-decoration:underline;text-decoration-thickness:.12em;color:var(--good)}del{text-decoration:line-through;color:var(--soft)}
.grave ins,.grave del{color:var(--grave);font-weight:600}
.v{font-family:var(--sans);margin-right:.3em}
.v-official{color:var(--accent)}
.verdict{font-family:var(--sans);font-weight:650;font-size:1rem;display:flex;gap:.6rem;align-items:baseline;margin:1rem 0 .3rem}
.verdict .sign{font-size:1.2rem;min-width:1.4em;text-align:center}
.ok{color:var(--good)}.bad{color:var(--grave)}
pre{white-space:pre-wrap;font-size:.8rem;line-height:1.45;background:var(--tint);padding:.7rem .9rem;margin:.3rem 0 1rem;max-width:46em}code{font-size:.86em}
details>summary{cursor:pointer}
.plainlist{list-style:none;padding:0;margin:.4rem 0}.plainlist li{margin:.25rem 0}
.pages{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-family:var(--sans);font-size:.82rem;margin:1.2rem 0}
.bars td:nth-child(2){width:60%}
footer{border-top:1px solid var(--rule);color:var(--soft)}footer>div{max-width:66rem;margin:auto;padding:1rem 1.2rem 2rem}
meter{height:.8em}meter::-webkit-meter-bar{background:var(--tint);border:1px solid var(--rule);border-radius:0}meter::-webkit-meter-optimum-value{background:var(--accent)}meter::-moz-meter-bar{background:var(--accent)}
@media(max-width:900px){html{font-size:106%}h1{font-size:1.5rem}h2{margin-top:1.9rem}}
@media(max-width:520px){header.top nav{gap:0 .9rem}header.top nav a{padding:.3rem 0}main{padding-top:1.1rem}
table.stack,table.stack tbody,table.stack tr,table.stack td,table.stack th[scope=row]{display:block;width:100%}table.stack thead{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden}table.stack tr{border-bottom:1px solid var(--rule);padding:.6rem 0}table.stack td,table.stack th[scope=row]{border:0;padding:.08rem 0}table.stack td.number{text-align:left;padding-left:0}table.stack td[data-unit]{display:inline-block;width:auto;margin-right:1em}table.stack td[data-unit]::after{content:" " attr(data-unit)}}
`;
