/** Printed, a page is something one would file: no furniture, the addresses of what is quoted beside it. */
export const PRINT = `
@media print{@page{margin:2cm 1.8cm}:root{--paper:#fff;--sheet:#fff;--ink:#000;--soft:#333;--rule:#999;--tint:#f4f4f4;--accent:#000;--accent-tint:#f0f0f0;--mark:#eee}
html{font-size:10.5pt}header.top,form,.skip,.facets,.pages,.tabs,.side .does,.s,#bar,#told,dialog,.asof,.sections,.keep,.asks,.noprint{display:none!important}
body{background:#fff;color:#000}main{padding:0;max-width:none}a{color:inherit;text-decoration:none}
.turn{grid-template-columns:7.5rem minmax(0,1fr);gap:0 1.2rem;break-inside:auto;margin-bottom:.7rem}.turn .side{grid-column:2}.turn .who>div{position:static}.turn .body p{orphans:3;widows:3}
.turn.linked .body{outline:0;background:none;border-left:2px solid #000;padding-left:.6rem;box-shadow:none}
.entry{grid-template-columns:7.5rem minmax(0,1fr) 9rem;gap:0 1rem}.line{padding-left:.6rem}.entry,.hit,.pair,.line>li,figure,tr{break-inside:avoid}h2,h3{break-after:avoid}
.found{display:block}.pair.heads{position:static}details.fold:not([open]){display:none}figure details{display:block}
footer{border-top:1px solid #999}footer>div{padding:.5rem 0}.scroll{overflow:visible}figure .scroll svg{width:100%;max-width:100%}}
`;
