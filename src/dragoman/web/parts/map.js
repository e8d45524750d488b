/** The map of a ledger: events where they happened, and who held what on a day; with legend, table and the ground's sources. */
import { html, useEffect, useRef, useState } from "../vendor/preact.js";
import { heldOn, sidesOf } from "./control.js";
import { day as written } from "./format.js";
import { MapDrawing } from "./mapdrawing.js";
import { GRADES, shapeOf } from "./grade.js";
import { MapTables } from "./maptables.js";
import { SideSign, SideStripes, sideName } from "./sides.js";

/**
 * - `points`, `holds`: as the views give them. `day`: an ISO day for control, null for what holds at the end.
 * - `basemap`: `{countries, rivers, lakes, places}` (parts/basemap.js loads it), read once.
 * - `events`: event cards by id (a Map), for grades and sentences; without it `point.grades` ({grade: n}) serves if it is there.
 * - `link(kind, id)`: an address or null. `onPick({place, places, events})`: the reader wants these events.
 * - `selected`: an event's or a place's id, whose marker is ringed.
 * - `view`: `[latitude, longitude, zoom]` to begin with, null for where the reports are about. `onView(view)`: the reader
 *   moved there (null: back to the beginning).
 */
export function EventMap({ points, holds = [], day = null, basemap, t, events, link, onPick, selected = null, view = null, onView }) {
  const [element, drawing] = [useRef(null), useRef(null)];
  const [layers, setLayers] = useState({ events: true, control: true });
  const [drawn, setDrawn] = useState({ signs: 0, held: 0 });
  useEffect(() => {
    drawing.current = new MapDrawing(element.current, basemap, t);
    return () => drawing.current.remove();
  }, [basemap, t]);
  useEffect(() => {
    const gradeOf = (id) => events?.get(id)?.grade;
    drawing.current.show({ points, holds, day, layers, gradeOf, events, t, link, onPick, selected, view, onView, onDrawn: (now) => setDrawn((was) => same(was, now)) });
  }, [points, holds, day, layers, events, t, link, onPick, selected, onView, basemap]);
  return html`<figure class="map">
    <${SideStripes} />
    <div class="map-bar no-print">
      <${Layers} layers=${layers} setLayers=${setLayers} t=${t} held=${holds.length > 0} />
      <span class="map-buttons">
        <button type="button" onClick=${() => drawing.current.home()}>${t("charts.map.home")}</button>
        <button type="button" onClick=${() => drawing.current.home(true)}>${t("charts.map.whole")}</button>
      </span>
    </div>
    <div class="map-frame" ref=${element} role="region" aria-label=${t("charts.map.label")}></div>
    <figcaption class="map-caption">
      <${Legend} holds=${layers.control ? heldOn(holds, day) : []} layers=${layers} rough=${points.some(({ precision }) => precision === "province" || precision === "country")} t=${t} />
      ${layers.control && holds.length > 0 && html`<p>${day ? t("charts.map.on_day", { day: written(day, t) }) : t("charts.map.at_end")}</p>`}
      ${drawn.signs < drawn.held && html`<p class="quiet">${t("charts.map.signs", { n: drawn.signs, all: drawn.held })}</p>`}
      <p class="map-sources">${t("charts.map.sources")}</p>
    </figcaption>
    <${MapTables} points=${points} holds=${holds} day=${day} t=${t} link=${link} onPick=${onPick} />
  </figure>`;
}

function Layers({ layers, setLayers, held, t }) {
  const box = (name) => html`<label class="map-layer"><input type="checkbox" checked=${layers[name]} onChange=${(event) => setLayers({ ...layers, [name]: event.target.checked })} /> ${t(`charts.map.layers.${name}`)}</label>`;
  return html`<span class="map-layers">${box("events")}${held && box("control")}</span>`;
}

/** What the signs mean: only those that are on the map. */
function Legend({ holds, layers, rough, t }) {
  return html`<ul class="map-legend" aria-label=${t("charts.legend")}>
    ${layers.events && GRADES.map((grade) => html`<li key=${grade}><span class=${`legend-grade disc-text-${grade}`} aria-hidden="true">${shapeOf(grade)}</span> ${t(`grades.${grade}`)}</li>`)}
    ${layers.events && rough && html`<li key="rough"><svg class="legend-rough" width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true"><circle r="7" /></svg> ${t("charts.map.rough")}</li>`}
    ${sidesOf(holds).map((side) => html`<li key=${side}><${SideSign} side=${side} t=${t} size=${18} /> ${sideName(side, t)}</li>`)}
    ${holds.some(({ contested }) => contested) && html`<li key="contested"><${SideSign} side="unknown" contested=${true} t=${t} size=${18} /> ${t("charts.map.contested")}</li>`}
  </ul>`;
}

function same(was, now) {
  return was.signs === now.signs && was.held === now.held ? was : now;
}
