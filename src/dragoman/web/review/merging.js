/** Saying that two places or two actors are one and the same, or that they are not. */
import { html, useState } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { useDeciding } from "./deciding.js";
import { NameField } from "./namefield.js";
import { Reason } from "./reason.js";

/** "The same as …": `subject` is an id or a name of `what` (actor or place). */
export function Merging({ what, subject, name, judgements, done }) {
  const { t, readOnly } = useApp();
  const [other, setOther] = useState(null);
  const [reason, setReason] = useState("");
  const { decide, busy, outcome } = useDeciding();
  if (readOnly) return null;
  const send = (verdict) => decide({ kind: "merge", subject, object: other.id, verdict, value: { what }, reason: reason.trim() }, judgements,
    (answer) => { setOther(null); setReason(""); done?.(answer); });
  return html`<details class="panel"><summary>${t(`merge.${what}`)}</summary>
    <${NameField} id=${`merge-${what}`} what=${what} label=${t(`form.find_${what}`)} choose=${setOther} but=${subject} />
    ${other ? html`<p class="merge-say"><bdi class="told"><strong>${name}</strong></bdi> = <bdi class="told"><strong>${other.name}</strong></bdi> ?</p>
      <${Reason} id=${`merge-reason-${what}`} value=${reason} onChange=${setReason} />
      ${outcome}
      <div class="buttons">
        <button type="button" class="button primary" disabled=${busy} onClick=${() => send("same")}>${t("merge.same")}</button>
        <button type="button" class="button" disabled=${busy} onClick=${() => send("different")}>${t("merge.different")}</button>
      </div>` : outcome}
  </details>`;
}
