/** One place: where it lies, what happened there, who held it, how reports spell it. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { EventCard } from "../app/eventcard.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Items, Pager } from "../app/listing.js";
import { Tolls } from "../parts/tolls.js";
import { Words } from "../parts/told.js";
import { useDeciding } from "../review/deciding.js";
import { Judgements } from "../review/judgements.js";
import { Merging } from "../review/merging.js";
import { Holds } from "./event.js";
import { PlaceLine } from "./places.js";

/** The page. */
export function Place({ id }) {
  const page = usePage();
  return html`<${Loaded} page=${page} title=${id}>${(data) => html`<${Body} key=${data.place.id} data=${data} />`}</${Loaded}>`;
}

function Body({ data }) {
  const { t } = useApp();
  const { place, chain, inside, holds, tolls, spellings, judgements } = data;
  const { undo, outcome } = useDeciding();
  return html`${chain?.length ? html`<nav aria-label=${t("place_page.chain")}><ol class="crumbs">${[...chain].reverse().map((each) => html`<li key=${each.id}><a href=${link("place", each.id)}><${Words} text=${each.name} /></a></li>`)}</ol></nav>` : null}
    <${Heading} title=${place.name} told />
    <p class="event-line"><code class="id"><bdi class="told">${place.id}</bdi></code> <span>${t.or(`place_precisions.${place.precision}`, place.precision ?? "")}</span>
      ${typeof place.lat === "number" ? html`<span class="number">${place.lat.toFixed(4)}, ${place.lon.toFixed(4)}</span> <a href=${`/map?place=${encodeURIComponent(place.id)}`}>${t("place_page.on_map")}</a>` : null}
      <a href=${`/events?place=${encodeURIComponent(place.id)}`}>${t("place_page.events")}</a></p>
    <${Spellings} spellings=${spellings} />
    <${Merging} what="place" subject=${place.id} name=${place.name} judgements=${judgements} />
    ${inside?.length ? html`<section><h2>${t("place_page.inside")}</h2><ul class="plain inside">${inside.map((each) => html`<li key=${each.id}><${PlaceLine} place=${each} inside /></li>`)}</ul></section>` : null}
    <${Holds} holds=${holds} />
    ${tolls?.length ? html`<section><h2>${t("nav.tolls")}</h2><${Tolls} tolls=${tolls} t=${t} link=${link} /></section>` : null}
    <${EventsHere} data=${data} />
    <section><h2>${t("history.record")}</h2>${outcome}<${Judgements} judgements=${judgements} undo=${(each) => undo(each)} /></section>
    <${OtherForms} />`;
}

/** Events of a record's page, in pages. */
export function EventsHere({ data }) {
  const { t } = useApp();
  const { events, total, page, pages } = data;
  if (!events?.length) return null;
  return html`<section><h2>${t("counts.events", { n: total ?? events.length })}</h2><${Items} items=${events} link=${(event) => link("event", event.id)} draw=${(event) => html`<${EventCard} event=${event} />`} /><${Pager} page=${page} pages=${pages} /></section>`;
}

/** How reports write a name, each with how often. */
export function Spellings({ spellings }) {
  const { t } = useApp();
  if (!spellings?.length) return null;
  return html`<section><h2>${t("spellings.title")}</h2><ul class="inline-list spellings">${spellings.map((each) => html`<li key=${each.text}><${Words} text=${each.text} /> <span class="number quiet">${each.count}</span></li>`)}</ul></section>`;
}
