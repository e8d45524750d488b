/** One event: what is said of it by whom, side by side, and what people decided on it. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { EventCard } from "../app/eventcard.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { EventHead } from "../parts/event.js";
import { days } from "../parts/format.js";
import { Tolls } from "../parts/tolls.js";
import { Words } from "../parts/told.js";
import { useDeciding } from "../review/deciding.js";
import { EventWork } from "../review/eventwork.js";
import { Judgements } from "../review/judgements.js";
import { Links } from "./claim.js";

/** The page. */
export function Event() {
  const { t } = useApp();
  const page = usePage();
  return html`<${Loaded} page=${page} title=${t("claim.event")}>${(data) => (data.event ? html`<${Body} key=${data.event.id} data=${data} />` : html`<${Former} data=${data} />`)}</${Loaded}>`;
}

function Body({ data }) {
  const { t } = useApp();
  const { event, links, tolls, near, judgements, holds } = data;
  const { undo, outcome } = useDeciding();
  return html`<${Heading} title=${event.sentence} told />
    <${EventHead} event=${event} t=${t} link=${link} level=${0} />
    <${EventWork} data=${data} />
    ${tolls?.length ? html`<section><h2>${t("event.numbers")}</h2><${Tolls} tolls=${tolls} t=${t} link=${link} /></section>` : null}
    <${Holds} holds=${holds} />
    <${Near} event=${event} near=${near} judgements=${judgements} />
    <${Links} links=${links} />
    <section><h2>${t("history.record")}</h2>${outcome}<${Judgements} judgements=${judgements} undo=${(each) => undo(each)} /></section>
    <${OtherForms} />`;
}

/** An event that was worked out anew: its id leads to the events that its claims tell now. */
function Former({ data }) {
  const { t } = useApp();
  const { undo, outcome } = useDeciding();
  return html`<${Heading} title=${t("event_page.former")} />
    <p>${t("event_page.now")}</p>
    <ul class="cards">${data.now.map((event) => html`<li key=${event.id}><${EventCard} event=${event} /></li>`)}</ul>
    <section><h2>${t("history.record")}</h2>${outcome}<${Judgements} judgements=${data.judgements} undo=${(each) => undo(each)} /></section>`;
}

/** Who held which place when, by whose word. */
export function Holds({ holds }) {
  const { t } = useApp();
  if (!holds?.length) return null;
  return html`<section><h2>${t("holds.title")}</h2><div class="scroll" role="region" tabindex="0" aria-label=${t("holds.title")}><table><thead><tr>
      ${["place", "holder", "side", "days"].map((key) => html`<th key=${key} scope="col">${t(`holds.${key}`)}</th>`)}</tr></thead>
    <tbody>${holds.map((hold, rank) => html`<tr key=${rank}><td><a href=${link("place", hold.place.id)}><${Words} text=${hold.place.name} /></a></td>
      <td>${hold.holder?.id ? html`<a href=${link("actor", hold.holder.id)}><${Words} text=${hold.holder.name} /></a>` : hold.holder?.name ?? "–"}</td>
      <td>${t.or(`sides.${hold.side ?? "unknown"}`, hold.side)}</td>
      <td>${days({ start: hold.from, end: hold.until }, t)}${hold.contested ? html` <strong>(${t("grades.contested")})</strong>` : null}</td></tr>`)}</tbody></table></div></section>`;
}

/** Events close in time and place; one click says that one is this very event. */
function Near({ event, near, judgements }) {
  const { t, readOnly } = useApp();
  const { decide, busy, outcome } = useDeciding();
  if (!near?.length) return null;
  const same = (other) => {
    const [subject, object] = [event.claims[0], other.claims[0]].sort();
    decide({ kind: "pair", subject, object, verdict: "same" }, judgements);
  };
  return html`<section><h2>${t("near.title")}</h2><p class="quiet">${t("near.say")}</p>${outcome}<ul class="items">
    ${near.map((other) => html`<li key=${other.id} class="item"><${EventCard} event=${other} />
      ${readOnly ? null : html`<button type="button" class="button small" disabled=${busy} onClick=${() => same(other)}>${t("near.same")}</button>`}</li>`)}</ul></section>`;
}
