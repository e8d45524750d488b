// A page with the charts alone, over invented data; test_charts.py drives it. Names in the address replace the data's own in turn.
import { html, render, useState } from "/web/vendor/preact.js";
import { loadBasemap } from "/web/parts/basemap.js";
import { changes } from "/web/parts/control.js";
import { Days } from "/web/parts/days.js";
import { merged, translator } from "/web/parts/i18n.js";
import { EventMap } from "/web/parts/map.js";
import { Timeline } from "/web/parts/timeline.js";
import { Tolls } from "/web/parts/tolls.js";

const asked = new URLSearchParams(location.search);
const language = asked.get("lang") ?? "en";
const names = asked.getAll("name");
let turn = 0;
const named = (name) => (names.length ? names[turn++ % names.length] : name);
const file = async (name) => (await fetch(`/web/messages/${language}/${name}.json`)).json();
const t = translator(merged(...(await Promise.all(["vocabulary", "charts"].map(file)))), language);
const basemap = await loadBasemap("/web/basemap");

const GRADES = ["single", "repeated", "corroborated", "conceded", "contested"];
const SPOTS = [["aleppo", 36.202, 37.161, "town", 40], ["minyan", 36.197, 37.066, "neighbourhood", 7], ["idlib", 35.934, 36.635, "town", 1],
  ["aleppo-province", 36.19, 37.16, "province", 4], ["geneva", 46.2, 6.14, "town", 2]];
const events = new Map();
const points = SPOTS.map(([id, lat, lon, precision, n]) => ({ place: { id, name: named(id) }, lat, lon, precision, events: Array.from({ length: n }, (_, k) => told(id, k)) }));
const hold = (place, lat, lon, holder, side, from, until) => ({ place: { id: place, name: named(place) }, lat, lon, holder: { id: holder, name: named(holder) }, side, from, until, contested: false, claims: ["c_1"] });
const holds = [hold("minyan", 36.197, 37.066, "rebels", "opposition", "2016-10-29", "2016-11-11"), hold("minyan", 36.197, 37.066, "army", "government", "2016-11-11", null),
  hold("idlib", 35.934, 36.635, "rebels", "opposition", "2016-10-29", null), hold("idlib", 35.934, 36.635, "army", "government", "2016-11-12", null), hold("nowhere", null, null, "army", "government", "2016-11-01", null)];
const bins = Array.from({ length: 30 }, (_, k) => ({ day: `2016-11-${String(k + 1).padStart(2, "0")}`, single: k % 7, repeated: k % 3, corroborated: k % 4, conceded: k % 2, contested: k % 5 === 0 ? 2 : 0 })).filter((_, k) => k % 6 !== 5);
const toll = (source, low, high, more = {}) => ({ scope: "aleppo", place_name: named("Aleppo"), what: "killed", who: "civilians", low, high, cumulative: false, from: "2016-11-01", until: "2016-11-01", source, from_name: named(source), claims: ["c_1"], ...more });
const tolls = [toll("monitors", 84, 96), toll("state-tv", 84, 84), toll("rescuers", 200, null), toll("ministry", 0, 50_000), toll("monitors", 508, 508, { cumulative: true })];

function told(place, k) {
  const id = `e_${place}_${k}`;
  events.set(id, { id, grade: GRADES[k % 5], sentence: named(`Something happened at ${place}.`) });
  return id;
}

function Charts() {
  const [day, setDay] = useState("2016-11-13");
  const [range, setRange] = useState(null);
  window.chosen = { day, range };
  return html`<h1>Charts</h1>
    <h2>Timeline</h2><${Timeline} bins=${bins} range=${range} onRange=${setRange} t=${t} />
    <h2>Map</h2><${Days} from="2016-10-29" to="2016-11-13" value=${day} marks=${changes(holds)} onChange=${setDay} t=${t} />
    <${EventMap} points=${points} holds=${holds} day=${day} basemap=${basemap} events=${events} t=${t} link=${(kind, id) => `#${kind}/${id}`} onPick=${pick} selected="idlib" />
    <h2>Numbers</h2><${Tolls} tolls=${tolls} t=${t} link=${(kind, id) => `#${kind}/${id}`} />`;
}

function pick(picked) {
  window.picked = picked;
}

render(html`<${Charts} />`, document.getElementById("root"));
