/** A texture for each grade, so that bars of one colour are still told apart. */
import { html } from "../vendor/preact.js";

/** `<defs>` with the patterns `ID-single` … `ID-contested`; colours come from style/charts.css. */
export function GradePatterns({ id }) {
  const pattern = (grade, marks, turn = 0) => html`<pattern id=${`${id}-${grade}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform=${`rotate(${turn})`}>
    <rect class=${`texture-ground texture-${grade}`} width="6" height="6" />${marks}</pattern>`;
  return html`<defs>
    ${pattern("single", html`<circle class="texture-mark" cx="3" cy="3" r="1.1" />`)}
    ${pattern("repeated", html`<rect class="texture-mark" width="6" height="1.6" y="2" />`)}
    ${pattern("corroborated", null)}
    ${pattern("conceded", html`<rect class="texture-mark" width="1.6" height="6" x="2" />`)}
    ${pattern("contested", html`<rect class="texture-mark" width="2.2" height="6" x="2" />`, 45)}
  </defs>`;
}
