/** What single pages add: words in context, comparisons, ledgers, lines of time, charts. */
export const PARTS = `
.found{display:grid;grid-template-columns:minmax(0,1fr) 15rem;gap:0 2.6rem;align-items:start}
.facets{font-family:var(--sans);font-size:.8rem;border-left:1px solid var(--rule);padding-left:1.2rem;font-variant-numeric:lining-nums tabular-nums}
.facets h2{font-size:.82rem;margin:1.1rem 0 .2rem;font-weight:600}.facets h2:first-child{margin-top:0}
.facets ul{list-style:none;margin:0;padding:0}.facets li{display:flex;justify-content:space-between;gap:.8rem;padding:.12rem 0}
.facets li a{color:var(--ink);text-decoration:none}.facets li a:hover{text-decoration:underline}.facets .chosen a{color:var(--accent);font-weight:600}
.facets li span:last-child{color:var(--soft)}
.keep{font-family:var(--sans);font-size:.8rem;border-left:1px solid var(--rule);padding-left:1.2rem;margin-bottom:1.2rem}.keep p{margin:0 0 .5rem}.keep form{display:grid;gap:.4rem}.keep input{min-height:2.2rem;padding:.3rem .5rem;font-size:.85rem}.keep button{padding:.35rem .8rem}
.hit{margin:0 0 1.25rem;max-width:40rem}.hit p{margin:.1rem 0}.hit .meta{color:var(--soft)}
.kwic{font-size:1.02rem}
.kwic mark{font-weight:600}
.ends{display:grid;grid-template-columns:1fr 1fr;gap:1.6rem;border-block:1px solid var(--rule);padding:.7rem 0;margin:.8rem 0 1.6rem}
.ends h2{font-family:var(--sans);font-size:.78rem;color:var(--soft);font-weight:600;margin:0 0 .2rem}.ends p{margin:.1rem 0;font-size:.95rem}.ends p.note{font-size:.78rem}.narrow{display:none}
.operators{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1.1rem;font-family:var(--sans);font-size:.8rem;margin:.5rem 0;color:var(--soft)}.operators dd{margin:0}.operators code{color:var(--ink);white-space:nowrap}
.tabs{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.4rem 0 1rem;color:var(--soft)}.tabs [aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2.4rem;border-top:1px solid var(--rule);padding:.7rem 0;position:relative}
.pair .rel{grid-column:1/-1;margin-bottom:.2rem}.pair .rel .sign{display:inline-block;min-width:1.4em;text-align:center;color:var(--accent)}
.pair blockquote{margin:.2rem 0;border-left-width:2px}
.pair.heads{border-top:0;position:sticky;top:0;background:var(--paper);z-index:2;padding:.4rem 0;border-bottom:1px solid var(--soft)}.pair.heads h2{margin:.2rem 0;font-size:1rem}
.pair.joined>.side-a blockquote{border-left-color:var(--rule)}.pair.joined::before{content:"";position:absolute;left:calc(50% - .9rem);width:1.8rem;top:3.1rem;border-top:2px solid var(--accent)}
.pair.alone-a>.side-b,.pair.alone-b>.side-a{border:1px dashed var(--rule);border-radius:3px;min-height:2rem;display:grid;place-items:center;color:var(--soft);font-family:var(--sans);font-size:.76rem;padding:.5rem}
.map{display:flex;height:1.3rem;margin:.3rem 0;border:1px solid var(--rule)}.map a{font-size:0;flex:1 1 0;min-width:1px;background:var(--tint)}.map a.on{background:var(--accent)}.map a.half{background:color-mix(in srgb,var(--accent) 45%,var(--tint))}
.line{list-style:none;padding:0;margin:1rem 0 0}
.line>li{display:grid;grid-template-columns:8.2rem minmax(0,38rem);gap:0 1.6rem;padding:.55rem 0;scroll-margin-top:1rem}
.line .when{font-family:var(--sans);font-size:.78rem;color:var(--soft);text-align:right;padding-top:.28rem}
.line .what{border-left:2px solid var(--rule);padding-left:1.2rem;position:relative;padding-bottom:.2rem}
.line .what::before{content:"";position:absolute;left:-.42rem;top:.52rem;width:.62rem;height:.62rem;border-radius:50%;border:2px solid var(--accent);background:var(--paper)}
.line .reviewed .what::before{background:var(--accent)}
.line .shifted .what{border-left-style:dashed;border-left-color:var(--accent)}
.line q{quotes:"“" "”"}.line p{margin:0}.line .meta{color:var(--soft);margin-bottom:.1rem}.line .meta b{color:var(--ink)}
.shift{background:var(--tint);padding:.5rem .9rem;margin:.45rem 0 0!important;font-size:.92rem}.shift .meta b{color:var(--accent)}
.line>li.year{font-weight:650;padding:1rem 0 .2rem}.line>li.year .when{font-size:.95rem;color:var(--ink);font-family:var(--serif)}
.act{font-size:.95em;margin-right:.2em;color:var(--accent)}
figure{margin:1.2rem 0}figure svg{display:block;width:100%;height:auto;max-width:100%;overflow:visible;font-family:var(--sans);color:var(--ink);font-size:11px}
figure .scroll svg{width:auto;max-width:none}
figcaption{color:var(--soft);margin-top:.4rem;max-width:52em}
figure details{margin-top:.3rem}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;padding:0;margin:.3rem 0;font-family:var(--sans);font-size:.76rem;color:var(--soft)}.key svg{width:14px;height:14px;display:inline-block;vertical-align:-.18em;margin-right:.3em}
.svg-accent{color:var(--accent)}
.grid{border-collapse:separate;border-spacing:2px;width:auto;font-size:.74rem;line-height:1.2}
.grid th,.grid td{border:0;padding:.2rem .3rem;text-align:center;white-space:nowrap}.grid th[scope=row]{text-align:left;padding-right:.8rem;position:sticky;left:0;background:var(--paper);max-width:15rem;overflow:hidden;text-overflow:ellipsis}
.grid td{background:var(--tint);min-width:1.7rem}.grid td.n0{background:none;color:var(--soft)}
.grid td.n1{background:color-mix(in srgb,var(--accent) 12%,var(--paper))}.grid td.n2{background:color-mix(in srgb,var(--accent) 26%,var(--paper))}.grid td.n3{background:var(--accent);color:var(--paper)}
.grid th.year{border-left:1px solid var(--rule)}
.asof{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.4rem 1rem;align-items:end;border-block:1px solid var(--rule);padding:.8rem 0;margin:.6rem 0 1.2rem}
.asof.ask{max-width:none}.asof .row{align-items:end}.asof .row>.tick{flex:2 1 15em;align-items:center;min-height:2.6rem}.asof .slide{grid-column:1/-1}.asof output{font-weight:600;color:var(--ink)}
.asof .days{display:flex;justify-content:space-between;font-family:var(--sans);font-size:.74rem;color:var(--soft)}
.entry{display:grid;grid-template-columns:9.5rem minmax(0,36rem) minmax(0,1fr);gap:0 1.7rem;border-top:1px solid var(--rule);padding:.7rem 0;scroll-margin-top:1rem}
.entry .state{font-family:var(--sans);font-size:.8rem}.entry .state b{display:block}
.entry .state .sign{color:var(--accent);margin-right:.35em}
.entry p{margin:.1rem 0}.entry .side{font-family:var(--sans);font-size:.76rem;color:var(--soft);line-height:1.45}
.entry .said{color:var(--soft)}.entry:target{background:var(--accent-tint);outline:.4rem solid var(--accent-tint)}
.sections{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;font-family:var(--sans);font-size:.8rem;margin:.6rem 0 0;padding:0;list-style:none}
.thread{list-style:none;padding:0;margin:.4rem 0}.thread li{border-left:2px solid var(--rule);padding:.15rem 0 .15rem .8rem;font-size:.94rem}
.judged{font-family:var(--sans);font-size:.76rem;color:var(--soft)}.entry .judged{display:block}
.cards{columns:2 20rem;column-gap:2.6rem;padding:0;list-style:none}.cards li{break-inside:avoid;padding:.35rem 0;border-top:1px solid var(--rule)}.cards .note{margin:0}
@media(max-width:900px){.found{grid-template-columns:minmax(0,1fr)}.facets{border-left:0;border-top:1px solid var(--rule);padding:1rem 0 0;margin-top:1rem}.facets ul{columns:2 9rem;column-gap:1.6rem}.narrow{display:inline!important}.pair{grid-template-columns:1fr;gap:.4rem}.pair.heads{position:static}.pair.joined::before{display:none}.line>li{grid-template-columns:minmax(0,1fr)}.line .when{text-align:left;padding-left:1.35rem}.entry{grid-template-columns:minmax(0,1fr);gap:.2rem}.ends{grid-template-columns:1fr;gap:.8rem}.asof{grid-template-columns:1fr}}
.draft{white-space:pre-wrap;border-block:1px solid var(--rule);padding:.8rem 0;margin:1rem 0 1.4rem}.quoted{color:inherit;text-decoration:underline;text-decoration-thickness:.12em;text-decoration-color:var(--soft)}.quoted.ok{text-decoration-color:var(--good)}.quoted.bad{text-decoration-color:var(--grave)}.quoted .sign{font-family:var(--sans);font-size:.72em;vertical-align:super;margin-left:.15em}.quoted.ok .sign{color:var(--good)}.quoted.bad .sign{color:var(--grave)}
`;
