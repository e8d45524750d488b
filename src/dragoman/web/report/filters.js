/** The controls that narrow the report down besides the timeline's days. */
import { html } from "../vendor/preact.js";
import { GRADES, shapeOf } from "../parts/grade.js";
import { EVERYTHING, narrows } from "./choice.js";

/** Grades and words; `onChoose` gets the whole new choice. */
export function Filters({ choice, shown, total, onChoose, t }) {
  const set = (part) => onChoose({ ...choice, ...part });
  return html`<form class="filters no-print" aria-label=${t("report.filters")} onSubmit=${(event) => event.preventDefault()}>
    <fieldset class="filter-grades"><legend>${t("report.grade")}</legend>${GRADES.map((grade) => html`<label key=${grade}>
      <input type="checkbox" checked=${choice.grades.includes(grade)} onChange=${() => set({ grades: toggled(choice.grades, grade) })} />
      <span class=${`grade grade-${grade}`}><span class="grade-shape" aria-hidden="true">${shapeOf(grade)}</span> ${t(`grades.${grade}`)}</span></label>`)}</fieldset>
    <label class="filter-words">${t("report.words")} <input type="search" dir="auto" value=${choice.words} placeholder=${t("report.words_hint")} onInput=${(event) => set({ words: event.currentTarget.value })} /></label>
    <p class="filter-shown" aria-live="polite">${t("report.shown", { shown, total })}
      ${narrows(choice) && html` <button type="button" onClick=${() => onChoose(EVERYTHING)}>${t("report.reset")}</button>`}</p>
  </form>`;
}

function toggled(grades, grade) {
  return grades.includes(grade) ? grades.filter((one) => one !== grade) : [...grades, grade];
}
