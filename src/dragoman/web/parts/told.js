/** The original words of a report, each slot marked by colour, by a line of its own style and by a word above it. */
import { html } from "../vendor/preact.js";

/** The slots in the order of their weight: where words play two parts, the first gives the colour. */
export const SLOTS = ["trigger", "actor", "target", "place", "when", "count", "speaker", "cue"];

/** Words so long that they must be broken somewhere. */
const GIANT = /\S{24}/;

const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"]);

/**
 * A sentence cut into pieces `{text, slots}`. `dir` and `lang` are the report's, not the page's.
 * A word above a piece names the parts that begin there; it is not copied with the text.
 */
export function Told({ pieces, dir, lang, t }) {
  return html`<p class="told told-sentence" dir=${dir ?? "auto"} lang=${lang}>${labelled(pieces).map((piece) => html`<${Piece} ...${piece} t=${t} />`)}</p>`;
}

/**
 * Words without marks (a title, a name, a sentence with names in it): set apart from the page's direction, wrapped and
 * clipped. Their direction follows their language; names, whose language nobody knows, follow their first letter.
 */
export function Words({ text, lang, dir }) {
  return html`<bdi class="told" dir=${dir ?? direction(lang)} lang=${lang}>${text}</bdi>`;
}

/** "rtl", "ltr", or "auto" where no language is given. */
export function direction(lang) {
  if (!lang) return "auto";
  return RIGHT_TO_LEFT.has(lang.split("-")[0]) ? "rtl" : "ltr";
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
  return html`<ruby class=${GIANT.test(text) ? "slot-ruby slot-giant" : "slot-ruby"}>${marked}<rt class="slot-label" lang=${t.locale} dir="ltr">${label}</rt></ruby>`;
}
