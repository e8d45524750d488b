/** The drawing of a map in an element: Leaflet with the ground below, names on it, markers above; no state of the page. */
import { html, render } from "../vendor/preact.js";
import { countryNames, ground } from "./basemap.js";
import { apart, clustered, radius } from "./clusters.js";
import { heldOn } from "./control.js";
import { extent } from "./extent.js";
import { around, fitted, smallest } from "./labels.js";
import { eventMarker, holdMarker } from "./markers.js";
import { EventsPopup, HoldPopup } from "./popups.js";

const NEAR = 34; // pixels: markers nearer than that are one
const SIGN = 12; // half a sign of a side
const TURNS = [90, 135, 45, 270, 225, 315, 180, 0].map((degrees) => (degrees * Math.PI) / 180); // the sides stay free for names
const WORLD = [[-60, -180], [80, 180]];
const COUNTRY_ZOOM = [3, 7]; // countries are named between these
const EDGE = 60; // pixels beyond the frame where markers are drawn too

/** One map. `show(state)` draws; `home()` goes back to where the reports are about; `remove()` ends it. */
export class MapDrawing {
  constructor(element, basemap, t) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.map = L.map(element, {
      attributionControl: false, zoomControl: false, zoomSnap: 0.5, minZoom: 1.5, maxZoom: 13, scrollWheelZoom: false,
      maxBounds: [[-80, -220], [85, 220]], zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    }).fitBounds(WORLD);
    L.control.zoom({ zoomInTitle: t("charts.map.zoom_in"), zoomOutTitle: t("charts.map.zoom_out") }).addTo(this.map);
    ground(this.map, basemap);
    this.measure = measured(element);
    this.places = basemap.places;
    this.countries = countryNames(basemap, t.locale);
    this.names = this.map.createPane("names");
    this.names.classList.add("leaflet-zoom-hide");
    this.markers = L.layerGroup().addTo(this.map);
    this.map.on("focus", () => this.map.scrollWheelZoom.enable()).on("blur", () => this.map.scrollWheelZoom.disable());
    this.map.on("moveend", () => this.draw());
    this.map.on("dragend zoomend", () => this.moved());
    element.addEventListener("keydown", ({ key }) => key === "Escape" && this.closed());
    this.sizes = new ResizeObserver(() => this.fit());
    this.sizes.observe(element);
    this.paper = this.paper.bind(this);
    addEventListener("beforeprint", this.paper);
    addEventListener("afterprint", this.paper);
  }

  /** Draws `{points, holds, day, layers, gradeOf, events, t, link, onPick, selected, view, onView}`. */
  show(state) {
    const first = !this.state;
    this.state = state;
    if (first) this.begin();
    else this.draw();
  }

  /** Where the address says that the reader was, else home. */
  begin() {
    const { view } = this.state;
    if (view) this.quietly(() => this.map.setView(view.slice(0, 2), view[2], { animate: false }));
    else this.home();
  }

  /** The reader dragged or zoomed: says where the map is now. */
  moved() {
    if (this.quiet || !this.seen) return;
    const { lat, lng } = this.map.getCenter();
    this.state?.onView?.([Number(lat.toFixed(4)), Number(lng.toFixed(4)), this.map.getZoom()]);
  }

  /** Moves the map without saying that the reader did. */
  quietly(move) {
    this.quiet = true;
    move();
    this.quiet = false;
    this.draw();
  }

  /** Moves to the part of the world that the reports are about, or with `whole` to all places. */
  home(whole = false) {
    const bounds = extent(this.state.points, this.state.holds, whole);
    this.quietly(() => this.map.fitBounds(bounds ?? WORLD, { padding: [28, 28], maxZoom: 12, animate: false }));
    if (!whole) this.state.onView?.(null);
    else this.moved();
  }

  remove() {
    this.sizes.disconnect();
    removeEventListener("beforeprint", this.paper);
    removeEventListener("afterprint", this.paper);
    this.map.remove();
  }

  /** The element has another size: the same part of the world stays in it. */
  fit() {
    const empty = !this.seen;
    this.map.invalidateSize({ animate: false, pan: !empty });
    this.seen = this.map.getSize().x > 0;
    if (empty && this.seen && this.state) this.begin();
    else this.draw();
  }

  /** Paper is narrower than the screen, and nothing tells the map so but this. */
  paper({ type }) {
    const printing = type === "beforeprint";
    if (printing) this.before = { bounds: this.map.getBounds(), middle: this.map.getCenter(), zoom: this.map.getZoom() };
    this.map.getContainer().classList.toggle("map-paper", printing);
    this.map.invalidateSize({ animate: false });
    const { bounds, middle, zoom } = this.before;
    this.quietly(() => (printing ? this.map.fitBounds(bounds, { animate: false }) : this.map.setView(middle, zoom, { animate: false })));
  }

  draw() {
    if (!this.state || !this.seen) return;
    const clusters = this.clusters();
    const signs = this.signs(clusters);
    this.mark(clusters, signs);
    this.name(clusters, signs);
    this.state.onDrawn?.({ signs: signs.length, held: this.held().length });
  }

  /** The clusters in the frame, at pixels of the layer; they are worked out once for a zoom, so that panning keeps them. */
  clusters() {
    const { points, layers, gradeOf } = this.state;
    if (!layers.events) return [];
    const zoom = this.map.getZoom();
    if (this.worked?.points !== points || this.worked.gradeOf !== gradeOf || this.worked.zoom !== zoom) {
      const located = points.filter(({ lat }) => lat !== null);
      const all = apart(clustered(located, ({ lat, lon }) => this.map.project([lat, lon], zoom), NEAR, gradeOf));
      this.worked = { points, gradeOf, zoom, all };
    }
    const [frame, origin] = [this.frame(), this.map.getPixelOrigin()];
    return this.worked.all.map((one) => ({ ...one, x: one.x - origin.x, y: one.y - origin.y }))
      .filter(({ x, y }) => frame.contains(this.map.layerPointToLatLng([x, y])));
  }

  /** Signs of held places that have room, beside the marker of events where there is one at their spot. */
  signs(clusters) {
    const frame = this.frame();
    const taken = clusters.map((one) => ({ x: one.x, y: one.y, r: radius(one.events.length) }));
    const placed = [];
    for (const held of this.held()) {
      if (!frame.contains([held.lat, held.lon])) continue;
      const spot = this.map.latLngToLayerPoint([held.lat, held.lon]);
      const sign = beside(spot, taken);
      if (sign) {
        placed.push({ held, shift: [Math.round(sign.x - spot.x), Math.round(sign.y - spot.y)], ...sign });
        taken.push({ ...sign, r: SIGN });
      }
    }
    return placed;
  }

  held() {
    const { holds, day, layers } = this.state;
    return layers.control ? heldOn(holds, day).filter(({ lat }) => lat !== null) : [];
  }

  /** Puts up the markers; those that were there before stay, with their focus and their popup. */
  mark(clusters, signs) {
    const { t, selected } = this.state;
    const before = this.shown ?? new Map();
    this.shown = new Map();
    const keep = (key, made) => this.shown.set(key, before.get(key) ?? made());
    for (const cluster of clusters) {
      const chosen = cluster.events.includes(selected) || cluster.points.some(({ place }) => place.id === selected);
      keep(this.key(cluster, chosen), () => this.eventsMarker(cluster, chosen, t));
    }
    for (const { held, shift } of signs) keep(JSON.stringify([held.place.id, held.holds.map(({ holder, from }) => [holder.id, from]), shift]), () => this.opens(holdMarker(held, shift, { t }), () => html`<${HoldPopup} held=${held} ...${this.words()} />`));
    for (const [key, marker] of before) if (!this.shown.has(key)) this.drop(marker);
  }

  key(cluster, chosen) {
    return JSON.stringify([this.map.getZoom(), cluster.points.map(({ place }) => place.id), cluster.events.length, cluster.grades, chosen]);
  }

  eventsMarker(cluster, chosen, t) {
    const where = this.map.layerPointToLatLng([cluster.x, cluster.y]);
    return this.opens(eventMarker(cluster, where, { t, chosen }), () => html`<${EventsPopup} cluster=${cluster} ...${this.words()} />`);
  }

  drop(marker) {
    if (marker === this.opener) this.map.closePopup();
    this.markers.removeLayer(marker);
  }

  words() {
    const { t, events, link, onPick } = this.state;
    return { t, events, link, pick: onPick };
  }

  /** A marker that opens a popup by mouse, touch and keyboard; the keyboard goes into it and back again. */
  opens(marker, content) {
    return marker.addTo(this.markers).on("click keypress", ({ type, originalEvent }) => {
      if (type === "keypress" && !["Enter", " "].includes(originalEvent.key)) return;
      originalEvent.preventDefault();
      this.opener = marker;
      const element = document.createElement("div");
      render(content(), element);
      const offset = L.point(marker.options.icon.options.popupAnchor);
      L.popup({ maxWidth: 320, minWidth: 180, autoPanPadding: [12, 12], offset }).setLatLng(marker.getLatLng()).setContent(element).openOn(this.map);
      if (type === "keypress") element.querySelector("a, button")?.focus({ preventScroll: true });
    });
  }

  /** Closes the popup; the keyboard is at its marker again. */
  closed() {
    this.map.closePopup();
    this.opener?.getElement()?.focus({ preventScroll: true });
  }

  /** Writes names of places with markers, then of countries and of towns, as many as fit. */
  name(clusters, signs) {
    const taken = [...clusters.map((one) => around(one.x, one.y, radius(one.events.length))), ...signs.map((one) => around(one.x, one.y, SIGN))];
    const marked = clusters.filter((one) => !one.rough).map((one) => ({ text: one.points[0].place.name, x: one.x, y: one.y, offset: radius(one.events.length) + 4, kind: "marked" }));
    const labels = fitted([...marked, ...this.wanted()].filter(({ text }) => [...text].length < 40), taken, this.measure);
    this.names.replaceChildren(...labels.map(written));
  }

  wanted() {
    const [zoom, frame] = [this.map.getZoom(), this.map.getBounds()];
    const spot = (lat, lon, text, kind) => ({ text, kind, ...plain(this.map.latLngToLayerPoint([lat, lon])) });
    const inside = ({ lat, lon }) => frame.contains([lat, lon]);
    const countries = zoom >= COUNTRY_ZOOM[0] && zoom <= COUNTRY_ZOOM[1] ? this.countries.filter(inside) : [];
    const towns = this.places.filter(([, lat, lon, people]) => people >= smallest(zoom) && frame.contains([lat, lon]));
    return [...countries.map(({ lat, lon, text }) => spot(lat, lon, text, "country")), ...towns.map(([name, lat, lon]) => spot(lat, lon, name, "town"))];
  }

  frame() {
    const { min, max } = this.map.getPixelBounds();
    const corners = [min.subtract([EDGE, EDGE]), max.add([EDGE, EDGE])].map((corner) => this.map.unproject(corner));
    return L.latLngBounds(corners);
  }
}

/** A free spot for a sign: its own, else around the disc that has it, below first; null where all are taken. */
function beside({ x, y }, taken) {
  const clear = (spot) => taken.every((one) => Math.hypot(one.x - spot.x, one.y - spot.y) >= one.r + SIGN);
  const under = taken.find((one) => Math.hypot(one.x - x, one.y - y) < one.r + SIGN);
  if (!under) return { x, y };
  const far = under.r + SIGN + 1;
  const spots = TURNS.map((turn) => ({ x: under.x + far * Math.cos(turn), y: under.y + far * Math.sin(turn) }));
  return spots.find(clear) ?? null;
}

function plain({ x, y }) {
  return { x, y };
}

/** A measure of names in the page's own type: the pixels that one takes; countries are written with letters apart. */
function measured(element) {
  const pen = document.createElement("canvas").getContext("2d");
  const [sans, serif] = [getComputedStyle(element).fontFamily, getComputedStyle(element).getPropertyValue("--serif") || "serif"];
  const types = { country: `italic 13px ${serif}`, marked: `600 11px ${sans}`, town: `11px ${sans}` };
  return ({ text, kind }) => {
    pen.font = types[kind];
    return pen.measureText(text).width + (kind === "country" ? text.length : 3);
  };
}

function written({ text, x, y, kind }) {
  const label = document.createElement("span");
  label.className = `map-name map-name-${kind}`;
  label.textContent = text;
  label.dir = "auto";
  L.DomUtil.setPosition(label, L.point(Math.round(x), Math.round(y)));
  return label;
}
