/** Why somebody decides so: a field, with the reasons given before at hand. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { reasons } from "../app/recent.js";

const OFFERED = 4;

/** A reason field; `id` ties its label, `required` where a decision needs one. */
export function Reason({ id, value, onChange, required = false, autofocus = false }) {
  const { t } = useApp();
  return html`<div class="reason">
    <label for=${id}>${t(required ? "reason.required" : "reason.label")}</label>
    <input id=${id} type="text" maxlength="500" dir="auto" value=${value} required=${required} autofocus=${autofocus} autocomplete="off"
      onInput=${(event) => onChange(event.target.value)} onKeyDown=${(event) => event.key === "Escape" && event.target.blur()} />
    <${Recent} choose=${onChange} />
  </div>`;
}

function Recent({ choose }) {
  const { t } = useApp();
  const kept = reasons().slice(0, OFFERED);
  if (!kept.length) return null;
  return html`<div class="recent" role="group" aria-label=${t("reason.recent")}><span aria-hidden="true">${t("reason.recent")}</span>
    ${kept.map((each) => html`<button key=${each} type="button" class="chip" onClick=${() => choose(each)}><bdi class="told">${each}</bdi></button>`)}
  </div>`;
}
