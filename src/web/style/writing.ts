/** The pages that write: adding, mending, deciding, signing in. Laid after the common sheet. */
export const WRITING = `
.problems{color:var(--grave);padding-left:1.1rem}
.hint{font-family:var(--sans);font-size:.74rem;color:var(--soft);font-weight:400}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
button.quiet{background:none;color:var(--accent);border:1px solid var(--accent)}
.kept{border-left:3px solid var(--good);padding:.1rem 0 .1rem 1rem;margin:1rem 0;max-width:46em}.kept h2{margin:.2rem 0;color:var(--good)}.kept ul{margin:.3rem 0;padding-left:1.1rem}
form.add{gap:.9rem;margin-top:1.2rem}
.drop{border:1px dashed var(--soft);border-radius:4px;padding:1.1rem 1rem;background:var(--sheet)}
.drop input{border:0;padding:.3rem 0;background:none}.over .drop{border:2px solid var(--accent);background:var(--tint)}
form.add textarea{min-height:9em}
.doubts{list-style:none;padding:0;margin:.4rem 0;max-width:44em}.doubts li{padding:.25rem 0 .25rem 1.5em;text-indent:-1.5em;border-bottom:1px solid var(--rule)}
.doubts span{display:inline-block;width:1.5em;text-indent:0;text-align:center;font-family:var(--sans);font-weight:650;color:var(--accent)}
fieldset{border:0;border-top:1px solid var(--soft);margin:1.8rem 0 0;padding:.7rem 0 0;min-width:0}
legend{font-family:var(--serif);font-size:1.15rem;font-weight:650;padding:0 .8rem 0 0}
.voice{display:grid;grid-template-columns:9rem minmax(0,17rem) 11rem minmax(0,1fr);gap:.3rem 1.2rem;align-items:start;padding:.7rem 0;border-bottom:1px solid var(--rule)}
.voice p{margin:0}.voice .label{font-family:var(--sans);font-size:.88rem;padding-top:1.35rem}.voice .label .hint{display:block}
.voice .sample{font-size:.92rem;color:var(--soft);padding-top:1.35rem;line-height:1.4}.voice .wide{grid-column:span 2;font-family:var(--sans);font-size:.82rem;color:var(--soft);padding-top:1.35rem}
.factfields{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.8rem 1.2rem;align-items:start}.factfields .wide{grid-column:1/-1}
.decide{display:flex;flex-wrap:wrap;gap:.8rem;margin:1.4rem 0;padding:.9rem 0;border-bottom:1px solid var(--rule)}
.draft .turn{margin-bottom:.7rem}.draft .turn .body{font-size:.95rem}
td.day{white-space:nowrap}
.judged{font-family:var(--sans);font-size:.74rem;color:var(--soft);white-space:nowrap}a.judged:hover{color:var(--accent)}
.decideform{display:grid;gap:.6rem;margin:.6rem 0;max-width:46em}.decideform .row{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end}
.decideform .reason{flex:3 1 16em}.decideform .byname{flex:1 1 9em}.decideform .by{font-family:var(--sans);font-size:.82rem;color:var(--soft);margin:0 0 .6rem}
.decideform .row select,.decideform .row input{width:100%}.decideform .row>label{flex:1 1 11em}.choices{display:flex;flex-wrap:wrap;gap:.6rem;margin:0}
details.correct summary{color:var(--accent);cursor:pointer;display:inline-block;padding:.15rem 0}details.correct[open]{border-left:3px solid var(--rule);padding-left:.9rem;margin:.3rem 0 .8rem}
.queued{border-top:1px solid var(--rule);padding-top:.6rem}
.question blockquote{margin:.5rem 0;background:var(--sheet);padding:.7rem 1rem}.question blockquote p{margin:.25rem 0}.question .soft{color:var(--soft);font-size:.92rem}
.history{list-style:none;padding:0;max-width:46em}.history li{border-top:1px solid var(--rule);padding:.6rem 0}.history p{margin:.15rem 0}
.history .undone blockquote,.history .undone>p.meta b{text-decoration:line-through}.history .undone{color:var(--soft)}
@media(max-width:900px){.voice{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.voice .label,.voice .sample,.voice .wide{grid-column:1/-1;padding-top:0}}
@media print{.decide{display:none}}
`.trim();
