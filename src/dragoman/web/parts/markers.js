/** Markers of a map: events as discs with their number and grades, held places as signs of their sides. */
import { html, render } from "../vendor/preact.js";
import { radius } from "./clusters.js";
import { GRADES } from "./grade.js";
import { SideSign, sideLetter, sideName } from "./sides.js";

const SIGN = 24;

/** The signs of grade.js as drawings: letters of fonts are too unlike each other to sit in the middle of a disc. */
const SIGNS = {
  single: "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0",
  repeated: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M-1.2 0a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0",
  corroborated: "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0",
  conceded: "M0-4.5 4.5 0 0 4.5-4.5 0Z",
  contested: "M-3.2-3.2 3.2 3.2M3.2-3.2-3.2 3.2",
};

/** A Leaflet marker of a cluster of events at a point of the map; `chosen` rings it. */
export function eventMarker(cluster, where, { t, chosen }) {
  const size = 2 * radius(cluster.events.length) + 6;
  const marker = L.marker(where, { icon: icon(html`<${Disc} cluster=${cluster} t=${t} />`, size, `map-events${chosen ? " map-chosen" : ""}`), riseOnHover: true, autoPanOnFocus: false, zIndexOffset: cluster.rough ? 0 : 200 });
  return labelled(marker, eventWords(cluster, t));
}

/** A Leaflet marker of a held place, moved by `shift` pixels [right, down] where a marker of events has its spot. */
export function holdMarker(held, shift, { t }) {
  const sign = html`<${SideSign} side=${held.holds[0].side} contested=${held.contested} size=${SIGN} t=${t} />`;
  const marker = L.marker([held.lat, held.lon], { icon: icon(sign, SIGN, "map-hold", shift), riseOnHover: true, autoPanOnFocus: false, zIndexOffset: -200 });
  return labelled(marker, holdWords(held, t));
}

/** What a marker of events says to who does not see it. */
export function eventWords(cluster, t) {
  const [first, ...others] = cluster.points;
  const place = others.length ? t("charts.map.and_places", { place: first.place.name, n: others.length }) : first.place.name;
  const grades = GRADES.filter((grade) => cluster.grades[grade]).map((grade) => `${t(`grades.${grade}`)} ${cluster.grades[grade]}`);
  return [place, t("charts.events", { n: cluster.events.length }), ...grades, ...(cluster.rough ? [t("charts.map.rough")] : [])].join(", ");
}

/** What a sign of a holder says to who does not see it. */
export function holdWords(held, t) {
  const holders = held.holds.map((hold) => `${hold.holder.name} (${sideLetter(hold.side ?? "unknown", t)}, ${sideName(hold.side, t)})`).join(", ");
  return [t("charts.map.held_by", { place: held.place.name, holder: holders }), ...(held.contested ? [t("charts.map.contested")] : [])].join(", ");
}

/** A disc: the shape of its grade for one event, the number for more; the ring has a part for each grade. */
export function Disc({ cluster, t }) {
  const n = cluster.events.length;
  const r = radius(n);
  const box = r + 3;
  const grade = GRADES.find((one) => cluster.grades[one] === n);
  return html`<svg class=${cluster.rough ? "disc disc-rough" : "disc"} width=${2 * box} height=${2 * box} viewBox=${`${-box} ${-box} ${2 * box} ${2 * box}`} aria-hidden="true">
    <circle class="disc-ground" r=${r} />
    ${arcs(cluster.grades, r - 1.5).map((arc) => html`<path key=${arc.grade} class=${`disc-arc disc-${arc.grade}`} d=${arc.path} />`)}
    ${cluster.rough && html`<circle class="disc-dashes" r=${r + 1} />`}
    ${n === 1 && grade ? html`<path class=${`disc-sign disc-sign-${grade}`} d=${SIGNS[grade]} />`
      : html`<text class="disc-number" y="4" text-anchor="middle">${new Intl.NumberFormat(t.locale).format(n)}</text>`}
    ${n > 1 && cluster.grades.contested && html`<g class="disc-badge" transform=${`translate(${r * 0.72} ${-r * 0.72})`}><circle r="5.5" /><path d="M-2.4-2.4 2.4 2.4M2.4-2.4-2.4 2.4" /></g>`}
  </svg>`;
}

/** The ring in parts by grade, from the top clockwise; a whole ring lacks a speck, or it would have no direction. */
function arcs(grades, r) {
  const n = GRADES.reduce((sum, grade) => sum + (grades[grade] ?? 0), 0);
  let from = 0;
  return GRADES.filter((grade) => grades[grade]).map((grade) => {
    const start = from;
    from += grades[grade] / n;
    return { grade, path: arc(start, Math.min(from, start + 0.9999), r) };
  });
}

function arc(start, end, r) {
  const at = (share) => `${(r * Math.sin(2 * Math.PI * share)).toFixed(4)} ${(-r * Math.cos(2 * Math.PI * share)).toFixed(4)}`;
  return `M${at(start)}A${r} ${r} 0 ${end - start > 0.5 ? 1 : 0} 1 ${at(end)}`;
}

function icon(drawing, size, className, [right, down] = [0, 0]) {
  const element = document.createElement("div");
  render(drawing, element);
  return L.divIcon({ html: element, className: `map-marker ${className}`, iconSize: [size, size], iconAnchor: [size / 2 - right, size / 2 - down], popupAnchor: [right, down - size / 3] });
}

function labelled(marker, words) {
  return marker.on("add", () => marker.getElement().setAttribute("aria-label", words));
}
