/** The original words of a report, each slot marked by colour, by a line of its own style and by a word above it. */
import { html } from "../vendor/preact.js";

/** The slots in the order of their weight: where words play two parts, the first gives the colour. */
export const SLOTS = ["trigger", "actor", "target", "place", "when", "count", "speaker", "cue"];

/**
 * A sentence cut into pieces `{text, slots}`. `dir` and `lang` are the report's, not the page's.
 * A word above a piece names the parts that begin there; it is not copied with the text.
 */
export function Told({ pieces, dir, lang, t }) {
  return html`<p class="told told-sentence" dir=${dir ?? "auto"} lang=${lang}>${labelled(pieces).map((piece) => html`<${Piece} ...${piece} t=${t} />`)}</p>`;
}

/** Words of a report without marks (a title, a name): set apart from the page's direction, wrapped and clipped. */
export function Words({ text, lang, dir }) {
  return html`<bdi class="told" dir=${dir ?? "auto"} lang=${lang}>${text}</bdi>`;
}

/** The marks that a text has, explained. */
export function SlotLegend({ t, slots = SLOTS }) {
  return html`<ul class="slot-legend" aria-label=${t("claim.legend")}>
    ${slots.map((slot) => html`<li key=${slot}><span class=${`slot slot-${slot}`}>${t(`slots.${slot}`)}</span></li>`)}
  </ul>`;
}

/** The pieces with the slots that begin at each: a slot that runs over several pieces is named once. */
export function labelled(pieces) {
  let open = [];
  return pieces.map(({ text, slots }) => {
    const begun = slots.filter((slot) => !open.includes(slot));
    open = slots;
    return { text, slots: ordered(slots), begun: ordered(begun) };
  });
}

function ordered(slots) {
  return SLOTS.filter((slot) => slots.includes(slot));
}

function Piece({ text, slots, begun, t }) {
  if (slots.length === 0) return text;
  const marked = html`<mark class=${`slot slot-${slots[0]}${slots[1] ? ` also also-${slots[1]}` : ""}`}>${text}</mark>`;
  if (begun.length === 0) return marked;
  const label = begun.map((slot) => t(`slots.${slot}`)).join(", ");
  return html`<ruby class="slot-ruby">${marked}<rt class="slot-label" lang=${t.locale} dir="ltr">${label}</rt></ruby>`;
}
