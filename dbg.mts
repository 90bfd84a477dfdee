import {parse} from "csv-parse/sync";
import {cleanTable} from "./data-loaders/cleaning/cleanTable.js";
import {unitDirectory} from "./data-loaders/cleaning/units/unitDirectory.js";
import {readCodebook} from "./data-loaders/readCodebook.js";
import {readRegister} from "./data-loaders/readRegister.js";
import {sourceReader} from "./data-loaders/readSource.js";
import {makeStandIn} from "./data-loaders/standIn/makeStandIn.js";
const read=sourceReader(), codebook=readCodebook(read), directory=unitDirectory(readRegister(read));
let bad=0;
for(let k=0;k<60;k++){ const seed=(k+.5)/60;
 let m; try{ m=makeStandIn(read,seed);}catch(e){console.log(seed,e.message);bad++;continue}
 const recs=parse(m.text,{bom:true,delimiter:";",info:true}); const [h,...rows]=recs.map(r=>r.record);
 const raw={file:"x",format:"delimited",details:{},rows:rows.length,rowNumbers:Int32Array.from(rows,(_,i)=>recs[i].info.lines+1),columns:h.map((header,a)=>{const t=rows.map(r=>r[a]);const values=[...new Set(t)];return{header,label:null,codes:Int32Array.from(t,x=>values.indexOf(x)),values,valueLabels:new Map(),userMissing:new Set()}})};
 const c=cleanTable(raw,{codebook,directory});
 const lost=[...m.clean.rowNumbers].filter(n=>!c.respondents.rowNumbers.includes(n));
 const extra=[...c.respondents.rowNumbers].filter(n=>!m.clean.rowNumbers.includes(n));
 for(const n of [...lost,...extra]) {bad++; const i=[...raw.rowNumbers].indexOf(n); console.log(seed,lost.includes(n)?"lost":"extra",n,rows[i].slice(0,2),c.record.setAside.find(s=>s.row===n),m.mess.filter(x=>x.row===n))}
}
console.log("bad",bad);
