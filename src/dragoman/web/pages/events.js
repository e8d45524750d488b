/** All events: searched, narrowed, by day. */
import { html, useMemo } from "../vendor/preact.js";
import { changed, one } from "../app/address.js";
import { useApp } from "../app/context.js";
import { EventCard } from "../app/eventcard.js";
import { Chips, Facets } from "../app/facets.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Items, Pager, Sort, Total } from "../app/listing.js";
import { go, here } from "../app/router.js";
import { SearchBox } from "../app/searchbox.js";
import { day } from "../app/slotvalue.js";
import { Timeline } from "../parts/timeline.js";

/** The page. */
export function Events() {
  const { t } = useApp();
  const page = usePage();
  return html`<div class="page-head"><${Heading} title=${t("nav.events")} /><${SearchBox} label=${t("search.events")} /></div>
    <${Loaded} page=${page}>${(data) => html`
    <${Days} bins=${data.bins} />
    <${Chips} facets=${data.facets} />
    <div class="with-facets"><${Facets} facets=${data.facets} />
      <div class="results">
        <div class="results-head"><${Total} total=${data.total} what="events" /><${Sort} orders=${["day", "claims", "grade"]} /></div>
        <${Items} items=${data.events} link=${(event) => link("event", event.id)} draw=${(event) => html`<${EventCard} event=${event} />`} />
        ${data.total ? null : html`<p class="nothing">${t("nothing")}</p>`}
        <${Pager} page=${data.page} pages=${data.pages} />
        <${OtherForms} />
      </div></div>`}</${Loaded}>`;
}

/** The timeline, whose brush is the address's first and last day. */
export function Days({ bins }) {
  const { t, address } = useApp();
  const range = useMemo(() => chosen(address, bins), [address, bins]);
  return useMemo(() => html`<${Timeline} bins=${bins} range=${range} onRange=${choose} t=${t} />`, [bins, range?.join(), t]);
}

function choose(days) {
  go(changed(here(), { from: days?.[0] ?? null, to: days?.[1] ?? null }), { replace: true });
}

/** The chosen days in full, or null; an end that is left open is that of the events. */
function chosen(address, bins) {
  const [from, to] = [day(one(address, "from")), day(one(address, "to"), { last: true })];
  if (!bins.length || (!from && !to)) return null;
  const days = bins.map((bin) => bin.day).sort();
  return [from ?? days[0], to ?? days.at(-1)];
}
