/** One item of a queue with its decision. */
import { html, useState } from "../vendor/preact.js";
import { recordPath } from "../app/address.js";
import { useApp } from "../app/context.js";
import { useData } from "../app/data.js";
import { Problem } from "../app/frame.js";
import { useKeys } from "../app/keys.js";
import { link } from "../app/link.js";
import { ClaimLine } from "../app/claimline.js";
import { EventHead } from "../parts/event.js";
import { SlotLegend, Words } from "../parts/told.js";
import { ClaimWork, useClaimDialogs } from "./claimwork.js";
import { useDeciding } from "./deciding.js";
import { EventWork } from "./eventwork.js";
import { Judgements } from "./judgements.js";
import { Merging } from "./merging.js";
import { Naming } from "./naming.js";
import { Pair } from "./pair.js";
import { Reason } from "./reason.js";

/** The item, whatever its kind; `done(answer)` after a decision on it. */
export function Item({ item, done }) {
  const Body = { pair: PairItem, event: EventItem, claim: ClaimItem, name: NameItem }[item.kind];
  return html`<article class=${`review-item review-${item.kind}`}>${item.why ? html`<${Why} why=${item.why} />` : null}<${Body} item=${item} done=${done} /></article>`;
}

function Why({ why }) {
  const { t } = useApp();
  return html`<p class="why"><strong>${t("queue.why")}</strong> <bdi class="told">${[why].flat().map((each) => t.or(`queue.whys.${each}`, each)).join("; ")}</bdi></p>`;
}

const PAIR_KEYS = [["same", "y"], ["different", "n"], ["unsure", "u"]];

function PairItem({ item, done }) {
  const { t, readOnly } = useApp();
  const { decide, busy, outcome } = useDeciding();
  const [reason, setReason] = useState("");
  const judgements = item.judgements ?? [];
  const [act, dialog] = useClaimDialogs(() => judgements, (answer) => done(answer, { stay: true }));
  const send = (verdict) => decide({ kind: "pair", subject: item.a.id, object: item.b.id, verdict, reason: reason.trim() }, judgements, done);
  return html`<${SlotLegend} t=${t} /><${Pair} item=${item} act=${act} />${dialog}
    <${Judgements} judgements=${judgements} />
    ${readOnly ? null : html`<${Bar} choices=${PAIR_KEYS} send=${send} busy=${busy} outcome=${outcome} reason=${reason} setReason=${setReason} />`}`;
}

function ClaimItem({ item, done }) {
  const { t, readOnly } = useApp();
  const { decide, busy, outcome } = useDeciding();
  const [reason, setReason] = useState("");
  const { claim } = item;
  const judgements = item.judgements ?? [];
  const [act, dialog] = useClaimDialogs(() => judgements, done);
  useKeys([{ key: "e", label: t("key.correct"), run: () => act("slot", claim), off: readOnly }]);
  const send = (verdict) => decide({ kind: "claim", subject: claim.id, verdict, reason: reason.trim() }, judgements, done);
  return html`<${SlotLegend} t=${t} /><${ClaimWork} claim=${claim} act=${act} reject=${false} around />${dialog}
    <${Judgements} judgements=${judgements} />
    ${readOnly ? null : html`<${Bar} choices=${[["accepted", "y"], ["rejected", "x"]]} send=${send} busy=${busy} outcome=${outcome} reason=${reason} setReason=${setReason} />`}`;
}

/** The decision's buttons, always in sight, with the reason beside them. */
function Bar({ choices, send, busy, outcome, reason, setReason }) {
  const { t } = useApp();
  useKeys(choices.map(([verdict, key]) => ({ key, label: t(`key.${verdict}`), run: () => send(verdict) })));
  return html`<section class="decision-bar" aria-label=${t("act.label")}>
    ${outcome}
    <div class="decision-row"><div class="buttons">${choices.map(([verdict, key]) => html`<button key=${verdict} type="button" class=${`button big verdict-${verdict}`} disabled=${busy} onClick=${() => send(verdict)}>
      ${t(`verdicts.${verdict}`)} <kbd>${key}</kbd></button>`)}</div>
    <${Reason} id="bar-reason" value=${reason} onChange=${setReason} /></div></section>`;
}

function EventItem({ item, done }) {
  const { t, language } = useApp();
  const page = useData(`${recordPath("events", item.event.id)}.json?lang=${language}`);
  return html`<h3 class="event-sentence"><a href=${link("event", item.event.id)}><${Words} text=${item.event.sentence} lang=${t.locale} /></a></h3>
    <${EventHead} event=${item.event} t=${t} link=${link} level=${0} />
    ${page.error ? html`<${Problem} error=${page.error} again=${page.again} />` : null}
    ${page.data ? html`<${EventWork} data=${page.data} done=${done} name="h3" /><section><h3>${t("history.record")}</h3><${Judgements} judgements=${page.data.judgements} /></section>` : html`<p class="loading">${t("loading")}</p>`}`;
}

function NameItem({ item, done }) {
  const { t, readOnly } = useApp();
  const what = item.role === "place" ? "place" : "actor";
  const { decide, busy, outcome } = useDeciding();
  const ignore = () => decide({ kind: "name", subject: item.name, object: what, verdict: "ignored" }, item.judgements ?? [], done);
  return html`<h3 class="name-asked"><${Words} text=${item.name} /> <small>${t(`names.role_${what}`)} · ${t("event.claims", { n: item.count })}</small></h3>
    <div class="name-work"><div>${item.examples.map((claim) => html`<${ClaimLine} key=${claim.id} claim=${claim} />`)}</div>
    ${readOnly ? null : html`<div><${Naming} item=${item} done=${done} /><${Merging} what=${what} subject=${item.name} name=${item.name} judgements=${item.judgements ?? []} done=${done} />
      <button type="button" class="button" disabled=${busy} onClick=${ignore}>${t("names.ignore")}</button>${outcome}</div>`}</div>`;
}
