/** Slots that are one choice or one span of days. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { PHASES, REALIS, WHEN_PRECISION } from "../app/slotvalue.js";

const WORDS = { type: "types", realis: "realis", phase: "phases" };

/** Type, realis or phase. */
export function Choice({ slot, made, change }) {
  const { t, types } = useApp();
  const choices = { type: types, realis: REALIS, phase: PHASES }[slot];
  return html`<label class="field">${t.or(`fields.${slot}`, t(`slot.${slot}`))}
    <select value=${made} onChange=${(event) => change(event.target.value)}>
      ${slot === "phase" ? html`<option value="">–</option>` : null}
      ${choices.map((each) => html`<option key=${each} value=${each}>${t.or(`${WORDS[slot]}.${each}`, each)}</option>`)}
    </select></label>`;
}

/** From when to when. */
export function When({ made, change }) {
  const { t } = useApp();
  const field = (name) => html`<label class="field">${t(`form.${name}`)}
    <input type="text" inputmode="numeric" placeholder="YYYY-MM-DD" value=${made[name]} maxlength="10"
      onInput=${(event) => change({ ...made, [name]: event.target.value })} /></label>`;
  return html`<div class="row">${field("from")}${field("to")}
    <label class="field">${t("form.precision")}
      <select value=${made.precision} onChange=${(event) => change({ ...made, precision: event.target.value })}>
        ${WHEN_PRECISION.map((each) => html`<option key=${each} value=${each}>${t(`day_precisions.${each}`)}</option>`)}
      </select></label></div>`;
}
