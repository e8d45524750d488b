/** What a marker of the map tells when it is opened; every word goes in as text. */
import { html } from "../vendor/preact.js";
import { day } from "./format.js";
import { GRADES, Grade } from "./grade.js";
import { SideSign, sideName } from "./sides.js";
import { Words } from "./told.js";

const LISTED = 5;

/**
 * The places and events of a cluster. `events` is a Map of event cards by id (or absent); `link(kind, id)` gives addresses;
 * `pick({place, places, events})` is called by the button that shows them all; `place` is the one with most events.
 */
export function EventsPopup({ cluster, t, events, link, pick }) {
  const [first, ...others] = cluster.points;
  const known = cluster.events.map((id) => events?.get(id)).filter(Boolean);
  return html`<div class="map-popup">
    <p class="map-popup-title"><${Words} text=${first.place.name} />${others.length > 0 && html`${" "}<span class="quiet">${t("charts.map.more_places", { n: others.length })}</span>`}</p>
    <p class="map-popup-line">${t("charts.events", { n: cluster.events.length })} · ${t(`place_precisions.${first.precision}`)}</p>
    <p class="map-popup-line">${GRADES.filter((grade) => cluster.grades[grade]).map((grade) => html`<span key=${grade}><${Grade} grade=${grade} t=${t} /> ${cluster.grades[grade]}${" "}</span>`)}</p>
    ${cluster.rough && html`<p class="quiet">${t("charts.map.rough_meaning")}</p>`}
    <ul class="map-popup-events">${known.slice(0, LISTED).map((event) => html`<li key=${event.id}><${Linked} to=${link?.("event", event.id)}><${Words} text=${event.sentence} lang=${t.locale} /><//></li>`)}</ul>
    ${others.length > 0 && html`<p class="quiet"><${Names} points=${others} /></p>`}
    ${pick && html`<button type="button" onClick=${() => pick({ place: first.place, places: cluster.points.map(({ place }) => place), events: cluster.events })}>${t("charts.map.show", { n: cluster.events.length })}</button>`}
  </div>`;
}

/** Who holds a place, since when, and how many claims say so. */
export function HoldPopup({ held, t, link }) {
  return html`<div class="map-popup">
    <p class="map-popup-title"><${Linked} to=${link?.("place", held.place.id)}><${Words} text=${held.place.name} /><//></p>
    ${held.contested && html`<p class="map-popup-line"><strong>${t("charts.map.contested")}</strong></p>`}
    <ul class="map-popup-events">${held.holds.map((hold) => html`<li key=${hold.holder.id}>
      <${SideSign} side=${hold.side} contested=${hold.contested} t=${t} />${" "}<${Linked} to=${link?.("actor", hold.holder.id)}><${Words} text=${hold.holder.name} /><//>
      ${" "}<span class="quiet">(${sideName(hold.side, t)})</span><br />${since(hold, t)} · ${t("event.claims", { n: hold.claims.length })}
      ${link && html`${" "}${hold.claims.slice(0, LISTED).map((id) => html`<a class="id" href=${link("claim", id)}>${id}</a>${" "}`)}`}
    </li>`)}</ul>
  </div>`;
}

/** "since 12 November 2016", "from … until …", or that the first day is not known. */
export function since({ from, until }, t) {
  if (from && until) return t("charts.map.from_until", { from: day(from, t), until: day(until, t) });
  if (until) return t("charts.map.until", { until: day(until, t) });
  return from ? t("charts.map.since", { from: day(from, t) }) : t("charts.map.since_unknown");
}

function Names({ points }) {
  const shown = points.slice(0, LISTED);
  return html`${shown.map((point, place) => html`${place > 0 && ", "}<${Words} text=${point.place.name} />`)}${points.length > LISTED && " …"}`;
}

function Linked({ to, children }) {
  return to ? html`<a href=${to}>${children}</a>` : children;
}
