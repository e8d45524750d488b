/** Two claims side by side: do they tell of the same happening? */
import { html, useState } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { useKeys } from "../app/keys.js";
import { counted, days, range } from "../parts/format.js";
import { share } from "../parts/format.js";
import { Words } from "../parts/told.js";
import { ClaimWork } from "./claimwork.js";

/** The pair; `act(name, claim)` opens the dialogs of the claim that is chosen with 1 and 2. */
export function Pair({ item, act }) {
  const { t, readOnly } = useApp();
  const [chosen, setChosen] = useState(0);
  const claims = [item.a, item.b];
  useKeys([
    { key: "1", label: t("key.first_claim"), run: () => setChosen(0) },
    { key: "2", label: t("key.second_claim"), run: () => setChosen(1) },
    { key: "e", label: t("key.correct"), run: () => act("slot", claims[chosen]), off: readOnly },
    { key: "x", label: t("key.reject"), run: () => act("reject", claims[chosen]), off: readOnly },
  ]);
  return html`<${Score} item=${item} />
    <div class="sides">${claims.map((claim, rank) => html`<section key=${claim.id} class=${rank === chosen ? "pair-side chosen" : "pair-side"} aria-label=${t("pair.claim", { n: rank + 1 })}>
      <label class="pair-choose"><input type="radio" name="chosen" checked=${rank === chosen} onChange=${() => setChosen(rank)} /> ${t("pair.claim", { n: rank + 1 })}</label>
      <${ClaimWork} claim=${claim} act=${act} /></section>`)}</div>
    <${Compared} a=${item.a} b=${item.b} />`;
}

function Score({ item }) {
  const { t } = useApp();
  return html`<p class="score">${typeof item.score === "number" ? html`<strong class="number">${t("pair.score", { score: share(item.score, t) })}</strong>` : null}
    ${item.reasons?.length ? html` <span>${t("pair.reasons")}</span> <bdi class="told">${item.reasons.join(" · ")}</bdi>` : null}</p>`;
}

/** Slot by slot, with a sign (and not only a colour) for what is alike and what is not. */
function Compared({ a, b }) {
  const { t } = useApp();
  const rows = ROWS.map(([name, read]) => ({ name, left: read(a, t), right: read(b, t) })).filter(({ left, right }) => left || right);
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${t("pair.compared")}><table class="compared"><caption>${t("pair.compared")}</caption>
    <thead><tr><td></td><th scope="col">${t("pair.claim", { n: 1 })}</th><th scope="col">${t("pair.claim", { n: 2 })}</th><th scope="col">${t("pair.alike")}</th></tr></thead>
    <tbody>${rows.map(({ name, left, right }) => html`<tr key=${name}><th scope="row">${t.or(`fields.${name}`, t(`slot.${name}`))}</th>
      <td><${Words} text=${left || "–"} /></td><td><${Words} text=${right || "–"} /></td>
      <td><${Alike} left=${left} right=${right} /></td></tr>`)}</tbody></table></div>`;
}

function Alike({ left, right }) {
  const { t } = useApp();
  const sign = !left || !right ? "open" : left === right ? "same" : "other";
  return html`<span class=${`alike alike-${sign}`}><span aria-hidden="true">${{ same: "=", other: "≠", open: "?" }[sign]}</span> ${t(`alike.${sign}`)}</span>`;
}

const ROWS = [
  ["type", (claim, t) => t.or(`types.${claim.type}`, claim.type)],
  ["realis", (claim, t) => t.or(`realis.${claim.realis}`, claim.realis)],
  ["when", (claim, t) => (claim.when.start || claim.when.end ? days(claim.when, t) : "")],
  ["places", (claim) => names(claim.places)],
  ["actors", (claim) => names(claim.actors)],
  ["targets", (claim) => names(claim.targets)],
  ["counts", (claim, t) => claim.counts.map((count) => `${counted(count, t)}: ${range(count.low, count.high, t)}`).join("; ")],
  ["attribution", (claim) => names(claim.attribution)],
];

function names(parties) {
  return parties.map((party) => party.name ?? party.text).join("; ");
}
