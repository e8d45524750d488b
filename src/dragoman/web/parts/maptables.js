/** The same as the map as tables, for those who do not see it and for those who look something up. */
import { html, useState } from "../vendor/preact.js";
import { heldOn } from "./control.js";
import { since } from "./popups.js";
import { SideSign, sideName } from "./sides.js";
import { Words } from "./told.js";

const ROWS = 200; // so many at once; the rest on demand

/** Places with events, and who holds what on `day`; drawn when they are opened. */
export function MapTables({ points, holds, day, t, link, onPick }) {
  const [open, setOpen] = useState(false);
  const held = open ? heldOn(holds, day) : [];
  return html`<details class="map-tables no-print" onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary>${t("charts.map.as_table")}</summary>
    ${open && html`<${Places} points=${points} t=${t} link=${link} onPick=${onPick} />`}
    ${held.length > 0 && html`<${Held} held=${held} t=${t} link=${link} />`}
  </details>`;
}

function Places({ points, t, link, onPick }) {
  const [shown, setShown] = useState(ROWS);
  return html`<div class="scroll"><table>
    <caption>${t("charts.map.places_table")}</caption>
    <thead><tr><th scope="col">${t("charts.map.place")}</th><th scope="col">${t("charts.map.precision")}</th><th scope="col" class="numeric">${t("charts.map.events")}</th></tr></thead>
    <tbody>${points.slice(0, shown).map((point) => html`<tr key=${point.place.id}>
      <th scope="row"><${Named} kind="place" who=${point.place} link=${link} /></th>
      <td>${t(`place_precisions.${point.precision}`)}</td>
      <td class="numeric">${onPick ? html`<button type="button" onClick=${() => onPick({ place: point.place, places: [point.place], events: point.events })}>${t("charts.events", { n: point.events.length })}</button>` : point.events.length}</td>
    </tr>`)}</tbody>
  </table>
  ${shown < points.length && html`<button type="button" onClick=${() => setShown(points.length)}>${t("charts.more", { n: points.length - shown })}</button>`}</div>`;
}

function Held({ held, t, link }) {
  const rows = held.flatMap((place) => place.holds.map((hold) => ({ hold, contested: place.contested })));
  return html`<div class="scroll"><table>
    <caption>${t("charts.map.held_table")}</caption>
    <thead><tr><th scope="col">${t("charts.map.place")}</th><th scope="col">${t("charts.map.holder")}</th><th scope="col">${t("charts.map.side")}</th><th scope="col">${t("charts.map.time")}</th><th scope="col">${t("charts.map.remark")}</th></tr></thead>
    <tbody>${rows.map(({ hold, contested }, row) => html`<tr key=${row}>
      <th scope="row"><${Named} kind="place" who=${hold.place} link=${link} /></th>
      <td><${Named} kind="actor" who=${hold.holder} link=${link} /></td>
      <td><${SideSign} side=${hold.side} t=${t} size=${16} /> ${sideName(hold.side, t)}</td>
      <td>${since(hold, t)}</td>
      <td>${[contested && t("charts.map.contested"), hold.lat === null && t("charts.map.nowhere")].filter(Boolean).join("; ")}</td>
    </tr>`)}</tbody>
  </table></div>`;
}

function Named({ kind, who, link }) {
  const to = link?.(kind, who.id);
  const name = html`<${Words} text=${who.name} />`;
  return to ? html`<a href=${to}>${name}</a>` : name;
}
