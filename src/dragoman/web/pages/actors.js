/** All actors that claims name, and one of them. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Items, Pager, Total } from "../app/listing.js";
import { SearchBox } from "../app/searchbox.js";
import { Side } from "../parts/sources.js";
import { Words } from "../parts/told.js";
import { useDeciding } from "../review/deciding.js";
import { Judgements } from "../review/judgements.js";
import { Merging } from "../review/merging.js";
import { EventsHere, Spellings } from "./place.js";

/** The list. */
export function Actors() {
  const { t } = useApp();
  const page = usePage();
  return html`<div class="page-head"><${Heading} title=${t("nav.actors")} /><${SearchBox} label=${t("search.actors")} /></div>
    <${Loaded} page=${page}>${(data) => html`<${Total} total=${data.total} what="actors" />
    <${Items} items=${data.actors} link=${(each) => link("actor", each.id)} draw=${(each) => html`<${ActorLine} actor=${each} />`} />
    ${data.total ? null : html`<p class="nothing">${t("nothing")}</p>`}
    <${Pager} page=${data.page} pages=${data.pages} /><${OtherForms} />`}</${Loaded}>`;
}

function ActorLine({ actor }) {
  const { t } = useApp();
  return html`<p class="event-line"><a class="event-card-link" href=${link("actor", actor.id)}><${Words} text=${actor.name} /></a>
    <${Side} side=${actor.side} t=${t} /> ${actor.kind ? html`<span>${t.or(`kinds.${actor.kind}`, actor.kind)}</span>` : null}
    ${actor.events === undefined ? null : html`<span>${t("counts.events", { n: actor.events })}</span>`}
    ${actor.claims === undefined ? null : html`<span>${t("event.claims", { n: actor.claims })}</span>`}</p>`;
}

/** One actor: what it did, what was done to it, what it says. */
export function Actor({ id }) {
  const page = usePage();
  return html`<${Loaded} page=${page} title=${id}>${(data) => html`<${Body} key=${data.actor.id} data=${data} />`}</${Loaded}>`;
}

function Body({ data }) {
  const { t } = useApp();
  const { actor, spellings, judgements } = data;
  const { undo, outcome } = useDeciding();
  return html`<${Heading} title=${actor.name} told />
    <p class="event-line"><code class="id"><bdi class="told">${actor.id}</bdi></code> <${Side} side=${actor.side} t=${t} /> <span>${t.or(`kinds.${actor.kind ?? "unknown"}`, actor.kind)}</span>
      <a href=${`/events?actor=${encodeURIComponent(actor.id)}`}>${t("place_page.events")}</a></p>
    <ul class="numbers">${["actor", "target", "speaker"].map((role) => html`<li key=${role}><span class="figure-like"><strong class="number">${data.as?.[role] ?? 0}</strong> ${t(`as.${role}`)}</span></li>`)}</ul>
    <${Spellings} spellings=${spellings} />
    <${Merging} what="actor" subject=${actor.id} name=${actor.name} judgements=${judgements} />
    <${EventsHere} data=${data} />
    <section><h2>${t("history.record")}</h2>${outcome}<${Judgements} judgements=${judgements} undo=${(each) => undo(each)} /></section>
    <${OtherForms} />`;
}
