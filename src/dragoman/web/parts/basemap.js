/** The ground of a map: land, lakes, rivers and borders of Natural Earth as shapes, no tiles, no request beyond this server. */

const FILES = ["countries", "rivers", "lakes", "places"];

/**
 * The four parts of the basemap from a server's folder, as `{countries, rivers, lakes, places}`; a report has them inlined.
 *
 * @param {string} folder address of the folder, as "/static/basemap"
 */
export async function loadBasemap(folder) {
  const parts = await Promise.all(FILES.map((name) => fetched(`${folder}/${name}.json`)));
  return Object.fromEntries(FILES.map((name, place) => [name, parts[place]]));
}

/** Draws the ground on a Leaflet map; colours come from style/charts.css. */
export function ground(map, basemap) {
  map.createPane("ground").style.zIndex = 200;
  const renderer = L.svg({ pane: "ground", padding: 0.4 });
  const layer = (shapes, className) => L.geoJSON(shapes, { renderer, pane: "ground", interactive: false, style: { className, weight: 1 } });
  const layers = [[basemap.countries, "map-land"], [basemap.lakes, "map-lake"], [smooth(basemap.rivers), "map-river"]];
  return L.layerGroup(layers.map(([shapes, className]) => layer(shapes, className))).addTo(map);
}

/** Lines with their corners cut, twice: rivers bend, and the small basemap has few points of them. */
function smooth(shapes) {
  const of = ({ type, coordinates }) => ({ type, coordinates: type === "LineString" ? cut(cut(coordinates)) : coordinates.map((line) => cut(cut(line))) });
  return { ...shapes, features: shapes.features.map((one) => ({ ...one, geometry: of(one.geometry) })) };
}

/** A line with points at a quarter and at three quarters of each stretch in place of its corners; its ends stay. */
function cut(line) {
  const between = line.slice(1).flatMap(([x, y], at) => [0.25, 0.75].map((share) => [line[at][0] + (x - line[at][0]) * share, line[at][1] + (y - line[at][1]) * share]));
  return [line[0], ...between, line.at(-1)];
}

/** Countries that have a name on the map: `{lat, lon, text}` in the reader's language. */
export function countryNames(basemap, locale) {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const named = basemap.countries.features.filter(({ properties }) => properties.label);
  return named.map(({ properties: { label: [lon, lat], code } }) => ({ lat, lon, text: names.of(code) }));
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
