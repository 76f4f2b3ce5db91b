"use strict";(()=>{var h={"after-action-review":[`case_id: str = ""  # The case, such as C-0001
as_of: int = 0  # 0 for the case as it stands now, or the entry to look back to
record_date: str = ""  # The day to look from, as 2026-09-18, or empty for today`,`# Opens the case
from workbench.notebooks import guide

case = guide.open_case(case_id, as_of, record_date)`,`# What it is about, and the incident as reported
guide.scope(case)`,`# The people: who took part and how, and how staff were looked after
guide.people(case)`,`# Questions asked
guide.questions(case)`,`# What this is known from
guide.evidence(case)`,`# What happened, in order
guide.timeline(case)`,`# What helped, and what hindered
guide.factors(case)`,`# What was learned
guide.findings(case)`,`# What will change, if anything
guide.actions(case)`,`# The summaries, as their readers see them
guide.summaries(case)`,`# What people said about the draft, and the answers
guide.comments(case)`,`# Who approved
guide.sign_off(case)`,`# The path of the case, and what comes next
guide.stages(case)`],"rapid-learning-review":[`case_id: str = ""  # The case, such as C-0001
as_of: int = 0  # 0 for the case as it stands now, or the entry to look back to
record_date: str = ""  # The day to look from, as 2026-09-18, or empty for today`,`# Opens the case
from workbench.notebooks import guide

case = guide.open_case(case_id, as_of, record_date)`,`# The review on one page
guide.rapid_review(case)`,`# What the review is about, and the incident as reported
guide.scope(case)`,`# What happened, in order
guide.timeline(case)`,`# What was found
guide.findings(case)`,`# What will change
guide.actions(case)`,`# Who approved
guide.sign_off(case)`,`# The path of the case, and what comes next
guide.stages(case)`],"restrictive-practice-review":[`case_id: str = ""  # The case, such as C-0001
as_of: int = 0  # 0 for the case as it stands now, or the entry to look back to
record_date: str = ""  # The day to look from, as 2026-09-18, or empty for today`,`# Opens the case
from workbench.notebooks import guide

case = guide.open_case(case_id, as_of, record_date)`,`# What the case is about, and what was reported
guide.scope(case)`,`# The commission: what was agreed to look into, who does it, and what runs beside
guide.commission(case)`,`# Who speaks for whom, and how people took part
guide.people(case)`,`# Questions asked
guide.questions(case)`,`# What the case is known from
guide.evidence(case)`,`# What contributed, and what helped
guide.factors(case)`,`# The restrictions, their reviews, and any use of force
guide.restrictions(case)`,`# What was found
guide.findings(case)`,`# What will change
guide.actions(case)`,`# How it will show
guide.assurance(case)`,`# How well this was looked into
guide.quality(case)`,`# Who approved
guide.sign_off(case)`,`# The path of the case, and what comes next
guide.stages(case)`],"structured-analysis":[`case_id: str = ""  # The case, such as C-0001
as_of: int = 0  # 0 for the case as it stands now, or the entry to look back to
record_date: str = ""  # The day to look from, as 2026-09-18, or empty for today`,`# Opens the case
from workbench.notebooks import guide

case = guide.open_case(case_id, as_of, record_date)`,`# What the case is about, and the incident as reported
guide.scope(case)`,`# The commission: what was agreed to look into, who does it, and what runs beside
guide.commission(case)`,`# Duties that may apply, who decides them, and the steps taken
guide.duties(case)`,`# The people: who speaks for whom, how they took part, and how staff were looked after
guide.people(case)`,`# Questions asked
guide.questions(case)`,`# What the case is known from
guide.evidence(case)`,`# Which plan was in force that day, and what it said
guide.plans(case)`,`# What happened, in order
guide.timeline(case)`,`# From each early warning to the step up, and how long it took
guide.escalation(case)`,`# What contributed, and what helped
guide.factors(case)`,`# Who was there to do the work
guide.shifts(case)`,`# Who owns what, between people and organisations
guide.ownership(case)`,`# The same factors under another framework
guide.crosswalk(case)`,`# One fishbone for each problem
guide.fishbones(case)`,`# How it came about
guide.causes(case)`,`# Asking why, and reading it back
guide.whys(case)`,`# What had to come together, and which actions break it
guide.cut_sets(case)`,`# What stood between hazard and person
guide.barriers(case)`,`# What was found
guide.findings(case)`,`# What went well
guide.went_well(case)`,`# What will change
guide.actions(case)`,`# Restrictions on somebody's life, and their reviews
guide.restrictions(case)`,`# How it will show
guide.assurance(case)`,`# From questions to results, joined up
guide.thread(case)`,`# What people said about the draft, and the answers
guide.comments(case)`,`# The summaries, as their readers see them
guide.summaries(case)`,`# How well this was looked into
guide.quality(case)`,`# Who approved
guide.sign_off(case)`,`# The path of the case, and what comes next
guide.stages(case)`],triage:[`case_id: str = ""  # The case, such as C-0001
as_of: int = 0  # 0 for the case as it stands now, or the entry to look back to
record_date: str = ""  # The day to look from, as 2026-09-18, or empty for today`,`# Opens the case
from workbench.notebooks import guide

case = guide.open_case(case_id, as_of, record_date)`,`# The incident as it was reported
guide.incident(case)`,`# What triage decided, and who was alerted
guide.triage(case)`,`# What may apply, who decides, and what was decided
guide.duties(case)`,`# Clocks that run
guide.clocks(case)`,`# The path of the case, and what comes next
guide.stages(case)`]};var y=`/* Notebooks of the workbench: what an investigator does not need is out of the way. */

.rca-notebook {
  --jp-cell-prompt-width: 28px;
}

.rca-notebook .jp-CodeCell .jp-InputPrompt,
.rca-notebook .jp-OutputPrompt,
.rca-notebook .jp-OutputArea-promptOverlay {
  visibility: hidden;
}

.rca-notebook .jp-CodeCell .jp-Placeholder,
.rca-notebook .jp-cell-menu {
  display: none;
}

.rca-notebook .jp-CodeCell > .jp-Cell-inputWrapper:has(.jp-Placeholder) .jp-Collapser,
.rca-notebook .jp-CodeCell > .jp-Cell-outputWrapper .jp-Collapser {
  visibility: hidden;
}

.rca-notebook .jp-OutputArea-output {
  overflow: visible;
}

.rca-notebook .jp-MarkdownOutput {
  max-width: 46rem;
  line-height: 1.6;
}

.rca-notebook .jp-RenderedHTMLCommon > h1:first-child {
  margin-top: 0;
}

/* the colour that an exhibit itself names is for a light ground */
[data-jp-theme-light="false"] .rca-notebook .rca-tone-quiet {
  color: var(--jp-content-font-color1) !important;
}

.rca-notice {
  border-left: 6px solid #ffb81c;
  background: var(--jp-layout-color1);
  color: var(--jp-content-font-color0);
  font-size: var(--jp-content-font-size1);
}

.rca-notice-line {
  display: flex;
  flex-wrap: wrap;
  gap: 8px 12px;
  align-items: center;
  padding: 8px 16px;
  border-bottom: 1px solid var(--jp-border-color1);
}

.rca-notice p {
  flex: 1 1 24rem;
  margin: 0;
}

.rca-notice button {
  min-height: 32px;
  padding: 4px 12px;
  border: 1px solid currentColor;
  border-radius: 4px;
  background: var(--jp-layout-color0);
  color: inherit;
  font: inherit;
  cursor: pointer;
}

.rca-notice button:focus-visible {
  outline: 3px solid #ffb81c;
  outline-offset: 1px;
  box-shadow: 0 0 0 6px #212b32;
}
`;var R='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><path class="jp-icon3" fill="#005eb8" d="M4 3h11l5 5v13H4zm10 1.5V9h4.5zM7 12v1.5h10V12zm0 4v1.5h7V16z"/></svg>',N=[["triage","Triage","The first two days: safety, duties, how deep to look"],["rapid-learning-review","Rapid learning review","Three questions, for low harm that stands alone"],["structured-analysis","Structured analysis","From questions to actions that are seen to work"],["after-action-review","After-action review","Four questions, asked together and soon"],["restrictive-practice-review","Review of a restriction","Why it is there, and when it ends"]];function v(n,e,t,o,s){let a=new o({name:"rca-workbench:case",svgstr:R}),i="Investigation",d=(r,l,p,c,u)=>{n.commands.addCommand(r,{label:l,caption:p,icon:a,execute:()=>window.open(c,"rca-workbench")}),e?.add({command:r,category:i,rank:u}),t?.addItem({command:r,category:i})};d("rca-workbench:home","Home","My cases, what is due, start a case",s,0),N.forEach(([r,l,p],c)=>{let u=`${s}?template=${r}#start`;d(`rca-workbench:start-${r}`,l,p,u,c+1)})}async function T(n,e){let t=Object.values(n[e]??{});if(t.length===0)throw new Error(`JupyterLab shares no module called ${e}`);return(await t[0].get())()}var x="application/vnd.jupyter.widget-view+json";function M(n){if(!n?.data||!(x in n.data))return n;let{[x]:e,...t}=n.data;return Object.keys(t).length>0?{...n,data:t}:{...n,data:{"text/plain":"An editor stood here. Run the cell to open it again."}}}function _(n){let e=0;for(let t of n.cells)for(let o=0;o<(t.outputs?.length??0);o+=1){let s=t.outputs.get(o).toJSON(),a=M(s);a!==s&&(t.outputs.set(o,a),e+=1)}return e}var C=[/^case_id: str = "C-[0-9]{4,}"/,/^as_of: int = [0-9]{1,9}(?= |$)/,/^record_date: str = "(\d{4}-\d{2}-\d{2})?"/],H=/^( {2}# [^\p{Cc}\p{Zl}\p{Zp}]*)?$/u;function B(n){let e=n.trimEnd().split(`
`);return e.length===C.length&&e.every((t,o)=>{let s=C[o].exec(t);return s!==null&&H.test(t.slice(s[0].length))})}function W(n,e){let t=new Set(e??[]),o=a=>e!==void 0&&(t.has(a.source)||B(a.source)),s=n.filter(a=>a.source.trim()!=="");return{known:s.filter(o),own:s.filter(a=>!o(a))}}function q(n,e,t){let o=document.createElement("section");o.className="rca-notice",o.setAttribute("aria-label",n);let s=document.createElement("div");s.className="rca-notice-line",o.append(s);let a=document.createElement("p");a.setAttribute("role","status"),a.textContent=e,s.append(a);for(let{label:i,act:d}of t){let r=document.createElement("button");r.type="button",r.textContent=i,r.addEventListener("click",d),s.append(r)}return o.addEventListener("keydown",i=>{!i.ctrlKey&&!i.metaKey&&!i.altKey&&i.stopPropagation()}),o}var f=class{constructor(e,t){this.panel=e,this.Widget=t,this.shown=null,this.room=null}say(e,t,o=[]){this.clear();let s=q(e,t,o);this.shown=new this.Widget({node:s}),this.panel.contentHeader.addWidget(this.shown),this.makeRoom(s)}makeRoom(e){let t=e.firstElementChild;this.room=new ResizeObserver(()=>{e.style.minHeight=`${t.offsetHeight}px`,this.panel.contentHeader.fit()}),this.room.observe(t)}clear(){this.room?.disconnect(),this.shown?.dispose(),this.shown=null}};async function j(n){try{let e=await fetch(n,{cache:"no-store",signal:AbortSignal.timeout(1e4)});return e.status===404?"gone":e.status===401||e.status===403?"closed":e.ok?(await e.json()).execution_state==="dead"?"dead":"there":"silent"}catch{return"silent"}}var w="State of the notebook",m="What you typed is kept on this page.",L=1e3,z=2e4,E={silent:`The server does not answer: nothing is saved just now. ${m} It goes on by itself once the server is there; 'workbench lab' starts it.`,closed:`The server was started anew and does not know this browser: nothing is saved just now. ${m} Open the address that 'workbench lab' shows in another tab; then it goes on here by itself.`},b=class{constructor(e,t){this.panel=e,this.lab=t,this.notices=new f(e,t.Widget),this.awaited=!1,this.lost=!1,this.turn=0,this.search=0}async begin(){await this.panel.context.ready;let e=this.panel.model?.getMetadata("rca_workbench");if(!e?.template)return;this.template=String(e.template),this.panel.addClass("rca-notebook"),this.addButtons(),_(this.panel.model)>0&&(this.panel.model.dirty=!1,this.notices.say(w,"The editors are waking. Until then you see the case as it stood when last looked at.")),await this.panel.sessionContext.ready,this.panel.sessionContext.statusChanged.connect((o,s)=>this.heard(s)),this.panel.sessionContext.connectionStatusChanged.connect((o,s)=>this.connection(s)),await this.wake()}async wake(){let e=this.panel.sessionContext.session?.kernel;if(!e){this.notices.say(w,"This notebook has no kernel, so its steps show the case as it stood when last looked at.",[{label:"Start the editors",act:this.lab.reload}]);return}await e.info;let{known:t,own:o}=this.cells(),s=this.notices.shown;await this.run(t),this.notices.shown===s&&(this.notices.clear(),this.askAbout(o))}cells(){let e=this.panel.content.widgets.filter(t=>t.model.type==="code").map(t=>({cell:t,source:t.model.sharedModel.getSource()}));return W(e,this.lab.templates[this.template??""])}async run(e){this.turn+=1;let{turn:t}=this,{content:o,sessionContext:s}=this.panel;for(let{cell:a}of e)if(!await this.lab.NotebookActions.runCells(o,[a],s)||t!==this.turn)return}askAbout(e){if(e.length===0)return;let t=e.length===1?"one code cell":`${e.length} code cells`;this.notices.say("Cells of this notebook's own",`This notebook holds ${t} that the template does not. Nothing of them was run. Run them only if you know who wrote them.`,[{label:"Show the first",act:()=>this.show(e[0].cell)},{label:e.length===1?"Run it":"Run them",act:()=>{this.notices.clear(),this.run(e)}}])}show(e){let{content:t}=this.panel;e.inputHidden=!1,t.activeCellIndex=t.widgets.indexOf(e),t.scrollToCell(e),t.activate()}heard(e){e==="restarting"||e==="autorestarting"?this.starting():e==="idle"&&this.awaited?(this.awaited=!1,this.wake()):(e==="dead"||e==="terminating")&&!this.lost&&this.stopped()}connection(e){e==="connected"&&this.lost?(this.lost=!1,this.notices.clear()):e!=="connected"&&!this.lost&&!this.awaited&&(this.lost=!0,this.notices.say(w,E.silent),this.comeBack(this.panel.sessionContext.session?.kernel))}async comeBack(e){let t="silent";this.search+=1;let{search:o}=this,s=()=>this.lost&&o===this.search&&!this.panel.isDisposed;for(;s();){let a=await this.standing(e);if(!s())return;if(a==="gone"||a==="dead"){await this.restart();return}a==="there"?await Promise.race([K(e),A(z)]):a!==t&&(t=a,this.notices.say(w,E[a])),await A(L)}}standing(e){return j(`${this.lab.kernels}${encodeURIComponent(e?.id??"none")}`)}starting(){this.lost=!1,this.awaited=!0,this.notices.say(w,"The kernel is starting again. What you typed and had not saved is kept on this page.")}stopped(){this.notices.say(w,`The kernel has stopped: nothing is saved just now. ${m}`,[{label:"Start it again",act:()=>this.restart()}])}async restart(){this.starting();try{await this.start()}catch{this.awaited=!1,this.notices.say(w,`The kernel could not be started. ${m} Is 'workbench lab' still running? Start it, then try again.`,[{label:"Try again",act:()=>this.restart()}])}}async start(){let e=this.panel.sessionContext,t=e.session,o=t?.kernel?await this.standing(t.kernel):"gone";if(o==="silent"||o==="closed"){this.awaited=!1,this.connection("disconnected");return}o==="gone"?(t?.dispose(),await e.changeKernel({name:"python3"})):await e.restartKernel(),await e.session?.kernel?.info,this.awaited&&(this.awaited=!1,await this.wake())}addButtons(){let{ToolbarButton:e,pages:t}=this.lab,o=this.panel.context.path.split("/").slice(-2)[0],s=i=>()=>window.open(i,"rca-workbench");[["rca-home","Home","My cases, and what is due",t],["rca-sign","Sign and export","Approve, make, sign and issue the record",`${t}cases/${encodeURIComponent(o)}`]].forEach(([i,d,r,l],p)=>{let c=new e({label:d,tooltip:r,onClick:s(l)});this.panel.toolbar.insertItem(p,i,c)})}};async function K(n){try{await n.reconnect()}catch{}}function A(n){return new Promise(e=>setTimeout(e,n))}var k="rca-workbench",O={};async function U(){let[n,e,t,o,s,a]=await Promise.all(["@jupyterlab/notebook","@jupyterlab/launcher","@jupyterlab/apputils","@jupyterlab/coreutils","@lumino/widgets","@jupyterlab/ui-components"].map(c=>T(O,c))),i=o.PageConfig.getBaseUrl(),d=`${i}workbench/`,r={NotebookActions:n.NotebookActions,ToolbarButton:t.ToolbarButton,Widget:s.Widget,pages:d,reload:()=>window.location.reload(),kernels:`${i}api/kernels/`,templates:h},l={id:`${k}:notebooks`,description:"Makes a notebook of the workbench one to work in.",autoStart:!0,requires:[n.INotebookTracker],activate:(c,u)=>{let g=document.createElement("style");g.textContent=y,document.head.append(g),u.widgetAdded.connect((J,$)=>{new b($,r).begin()})}},p={id:`${k}:launcher`,description:"Cards for the home page and for each kind of investigation.",autoStart:!0,optional:[e.ILauncher,t.ICommandPalette],activate:(c,u,g)=>v(c,u,g,a.LabIcon,d)};return[l,p]}var F={init(n){O=n},async get(){let n=await U();return()=>({__esModule:!0,default:n})}},S=window;S._JUPYTERLAB??={};S._JUPYTERLAB[k]=F;})();
