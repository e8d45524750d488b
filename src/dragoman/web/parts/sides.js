/** The sign of a side on maps: a shape, a letter and a colour of its own, so that none of them is needed alone. */
import { html } from "../vendor/preact.js";

/** Outlines in a box of twenty by twenty. */
const SHAPES = {
  government: "M3 3H17V17H3Z",
  opposition: "M10 1 19.5 18H.5Z",
  "islamic-state": "M6.5 1.5H13.5L18.5 6.5V13.5L13.5 18.5H6.5L1.5 13.5V6.5Z",
  kurdish: "M10 .5 19.5 10 10 19.5.5 10Z",
  turkey: "M10 1 19.3 7.8 15.8 18.6H4.2L.7 7.8Z",
  "us-coalition": "M5 1.8H15L19.5 10 15 18.2H5L.5 10Z",
  israel: "M.5 2H19.5L10 19Z",
};
const ROUND = "M10 1.5A8.5 8.5 0 1 1 10 18.5 8.5 8.5 0 1 1 10 1.5Z";
const LOW = { opposition: 16, israel: 10 }; // where a triangle has room for its letter

/** The sign as a drawing; `contested` lays stripes over it and adds a mark. Its words are beside it or in its label. */
export function SideSign({ side, t, contested = false, size = 20 }) {
  const known = side ?? "unknown";
  const outline = Object.hasOwn(SHAPES, known) ? SHAPES[known] : ROUND;
  return html`<svg class=${`side-sign side-${safe(known)}`} width=${size} height=${size} viewBox="-2 -2 24 24" aria-hidden="true">
    <path class=${known === "unknown" ? "side-shape side-open" : "side-shape"} d=${outline} />
    ${contested && html`<path class="side-stripes" d=${outline} />`}
    <text class="side-letter" x="10" y=${Object.hasOwn(LOW, known) ? LOW[known] : 13.8} text-anchor="middle">${sideLetter(known, t)}</text>
    ${contested && html`<g class="side-contested"><circle cx="18" cy="3" r="4.6" /><path d="M18 .2V3.8M18 4.8V6.2" /></g>`}
  </svg>`;
}

/** The stripes that contested signs use; a page with a map has them once. */
export function SideStripes() {
  return html`<svg class="map-defs" width="0" height="0" aria-hidden="true"><defs>
    <pattern id="side-stripes" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="side-stripe" width="1.6" height="4" /></pattern>
  </defs></svg>`;
}

/** The name of a side; one that the words do not know keeps its own. */
export function sideName(side, t) {
  return t.or(`sides.${side ?? "unknown"}`, side ?? "");
}

/** The letter on a side's sign. */
export function sideLetter(side, t) {
  return t.or(`charts.letters.${side}`, [...side][0].toLocaleUpperCase(t.locale));
}

function safe(side) {
  return /^[a-z-]+$/.test(side) ? side : "unknown";
}
