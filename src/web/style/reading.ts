/** A document as an edition: who speaks on a rail to the left, the words in the middle, notes in the right margin. */
export const READING = `
.turn{display:grid;grid-template-columns:10.5rem minmax(0,36rem) minmax(0,1fr);gap:0 1.7rem;margin:0 0 1.25rem;position:relative}
.turn .who{font-family:var(--sans);font-size:.78rem;line-height:1.4;text-align:right;color:var(--soft);padding-top:.3rem}
.turn .who>div{position:sticky;top:.8rem}
.turn .who b{color:var(--ink);font-weight:600}.turn .who b a{color:inherit;text-decoration:none}.turn .who b a:hover{text-decoration:underline}
.turn .who .role,.turn .who .printed{display:block;font-size:.72rem}
.turn .body p{margin:0 0 .75em;white-space:normal}.turn .body p:last-child{margin:0}
.turn .side{font-family:var(--sans);font-size:.74rem;color:var(--soft);line-height:1.45;padding-top:.35rem;min-width:0}
.turn .side a{color:inherit}
.turn .side .does{display:flex;gap:.8rem}
@media(min-width:901px){.turn .side{display:flex;flex-direction:column}.turn .side .does{order:9;margin-top:.35rem}.turn .side .does:first-child:last-child{margin-top:0}}
@media(hover:hover) and (min-width:901px){.turn .side .does{opacity:0}.turn:is(:hover,:focus-within,.now,.linked) .side .does{opacity:1}}
.turn .side .does a{text-decoration:none;border-bottom:1px solid var(--rule);padding:.1rem 0}
.turn .side ul{list-style:none;margin:.35rem 0 0;padding:0}.turn .side li{margin:0 0 .35rem;padding-left:.7rem;border-left:2px solid var(--rule)}
.turn .side li.finding{border-left-color:var(--accent)}
.turn.question{margin-top:1.9rem}
.turn.question .body{color:var(--soft);font-size:.95rem}
.turn.question .body p{line-height:1.5}
.turn.commentary .body{background:var(--tint);border-left:3px solid var(--rule);padding:.6rem 1rem;font-size:.94rem}
.turn.aside .body{font-size:.86rem;color:var(--soft);font-style:italic}.turn.aside{margin-bottom:.8rem}
.turn.heading .body{font-weight:650;font-size:1.05rem}.turn.heading{margin-top:2rem}
.turn.title .body{font-weight:650}
.turn.metadata .body{font-family:var(--sans);font-size:.8rem;color:var(--soft)}
.turn.linked .body{box-shadow:-1.1rem 0 0 -.8rem var(--accent);background:var(--accent-tint);outline:.45rem solid var(--accent-tint)}
.turn.linked.said .body{background:none;outline:0;box-shadow:none}#x{scroll-margin-top:5rem}
.turn.linked .here{color:var(--accent);font-weight:600;display:block}
bdi.linked,bdi:target{background:var(--mark)}
.turn.now .who{color:var(--ink)}.turn.now::before{content:"";position:absolute;left:10.5rem;top:.4rem;bottom:.2rem;width:2px;margin-left:.72rem;background:var(--accent)}
bdi[id]:hover+.s,.s:hover,.s:focus{opacity:1}
.s{font-family:var(--sans);font-size:.62rem;text-decoration:none;color:var(--soft);opacity:0;user-select:none;-webkit-user-select:none;position:absolute;margin-left:-.1em;line-height:1;padding:.3em}
.s::before{content:"¶"}
.fold{grid-column:2/4;font-size:.86rem;color:var(--soft)}.fold summary{font-size:.76rem;padding:.15rem 0}.fold[open]{border-left:3px solid var(--rule);padding-left:1rem}
.fold p{margin:.4rem 0;max-width:36rem}
.turn.boilerplate,.turn.comment,.turn.front{margin-bottom:.9rem}
.asks{font-family:var(--sans);font-size:.74rem}
#bar{position:absolute;z-index:8;display:flex;background:var(--ink);border-radius:4px;overflow:hidden;box-shadow:0 2px 10px #0004}
#bar[hidden]{display:none}
#bar button,#bar a{font-family:var(--sans);font-size:.78rem;font-weight:500;color:var(--paper);background:none;padding:.55rem .8rem;text-decoration:none;border:0;border-right:1px solid #8886;border-radius:0;min-height:2.5rem;display:flex;align-items:center}
#bar>:last-child{border-right:0}#bar :is(button,a):hover,#bar :is(button,a):focus-visible{background:var(--accent);outline-offset:-3px}
#told{position:fixed;left:50%;bottom:1.2rem;transform:translateX(-50%);background:var(--ink);color:var(--paper);font-family:var(--sans);font-size:.82rem;padding:.6rem 1rem;border-radius:4px;max-width:90vw;z-index:9}
#told:empty{display:none}
dialog{border:1px solid var(--rule);background:var(--sheet);color:var(--ink);border-radius:4px;max-width:26rem;padding:1.2rem 1.6rem}dialog::backdrop{background:#0006}
dialog h2{margin-top:0}kbd{font-family:var(--sans);font-size:.78rem;border:1px solid var(--rule);border-bottom-width:2px;border-radius:3px;padding:.05em .45em}
dialog dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;font-family:var(--sans);font-size:.82rem}dialog dd{margin:0}
@media(max-width:900px){.turn{grid-template-columns:minmax(0,1fr)}.turn .who{text-align:left;padding:0 0 .1rem}.turn .who>div{position:static}.turn .who .role{display:inline}.turn .who .printed{display:inline;margin-left:.4em}
.turn .side{padding-top:.15rem}.fold{grid-column:1}.turn.now::before{left:-.7rem;margin:0}.turn.linked .body{outline:0;box-shadow:-.7rem 0 0 -.45rem var(--accent)}.turn.linked.said .body{box-shadow:none}.s{display:none}.turn.heading{margin-top:1.4rem}}
`;
