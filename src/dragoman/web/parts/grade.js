/** How well an event is supported: a chip with a shape and a word, so that colour is never the only sign. */
import { html } from "../vendor/preact.js";

/** The grades from the weakest support to dispute; the shapes fill up as voices join. */
export const GRADES = ["single", "repeated", "corroborated", "conceded", "contested"];

const SHAPES = { single: "○", repeated: "◎", corroborated: "●", conceded: "◆", contested: "✕" };

/** The shape of a grade alone, for charts and dense lists. */
export function shapeOf(grade) {
  return SHAPES[grade] ?? "○";
}

/** A chip: shape and word, with the meaning of the grade as its title. */
export function Grade({ grade, t }) {
  return html`<span class=${`grade grade-${grade}`} title=${t(`grade_meanings.${grade}`)}>
    <span class="grade-shape" aria-hidden="true">${shapeOf(grade)}</span>${" "}${t(`grades.${grade}`)}
  </span>`;
}

/** What the grades mean, as a list. */
export function GradeLegend({ t }) {
  return html`<dl class="grade-legend">
    ${GRADES.map((grade) => html`<div key=${grade}><dt><${Grade} grade=${grade} t=${t} /></dt><dd>${t(`grade_meanings.${grade}`)}</dd></div>`)}
  </dl>`;
}
