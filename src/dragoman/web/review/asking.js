/** Decisions that ask for little: a reason, and perhaps a grade. */
import { html, useState } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Dialog } from "../app/dialog.js";
import { GRADES } from "../parts/grade.js";
import { useDeciding } from "./deciding.js";
import { Reason } from "./reason.js";

/** Sets an event's grade; needs a reason. */
export function GradeDialog({ event, judgements, close, done }) {
  const { t } = useApp();
  const [grade, setGrade] = useState(event.grade);
  const fields = html`<fieldset class="grades"><legend>${t("grade.which")}</legend>
    ${GRADES.map((each) => html`<label key=${each} class="choice"><input type="radio" name="grade" value=${each} autofocus=${each === grade} checked=${each === grade} onChange=${() => setGrade(each)} />
      <span><strong>${t(`grades.${each}`)}</strong> <small>${t(`grade_meanings.${each}`)}</small></span></label>`)}</fieldset>`;
  return html`<${Asking} title=${t("grade.title")} action=${t("grade.send")} required close=${close} done=${done} judgements=${judgements}
    fields=${fields} decision=${{ kind: "grade", subject: event.id, verdict: grade, value: { claims: event.claims } }} />`;
}

/** Rejects a claim (it was misread, or is not one), or takes a rejected one back in. */
export function RejectDialog({ claim, judgements, close, done }) {
  const { t } = useApp();
  const verdict = claim.rejected ? "accepted" : "rejected";
  const fields = html`<p class="sentence told" dir=${claim.report.dir} lang=${claim.report.language}>${claim.sentence.text}</p>`;
  return html`<${Asking} title=${t(`claim_verdict.${verdict}.title`)} action=${t(`claim_verdict.${verdict}.send`)} close=${close} done=${done}
    judgements=${judgements} fields=${fields} decision=${{ kind: "claim", subject: claim.id, verdict }} />`;
}

/** Sets claims of an event apart from the rest. */
export function SplitDialog({ event, apart, judgements, close, done }) {
  const { t } = useApp();
  const rest = event.claims.filter((id) => !apart.includes(id));
  return html`<${Asking} title=${t("split.title")} action=${t("split.send")} close=${close} done=${done} judgements=${judgements}
    fields=${html`<p>${t("split.say", { apart: apart.length, rest: rest.length })}</p>`}
    decision=${{ kind: "split", subject: event.id, verdict: "split", value: { apart, rest } }} />`;
}

function Asking({ title, action, required = false, fields, decision, judgements, close, done }) {
  const { t } = useApp();
  const [reason, setReason] = useState("");
  const { decide, busy, outcome } = useDeciding();
  const send = (event) => {
    event.preventDefault();
    decide({ ...decision, reason: reason.trim() }, judgements, (answer) => { close(); done?.(answer); });
  };
  const lacking = required && !reason.trim();
  return html`<${Dialog} title=${title} close=${close}><form onSubmit=${send} novalidate>
    ${fields}
    <${Reason} id="asking-reason" value=${reason} onChange=${setReason} required=${required} autofocus=${!required} />
    ${outcome}
    <div class="buttons"><button type="submit" class="button primary" disabled=${busy || lacking}>${action}</button>
      <button type="button" class="button" onClick=${close}>${t("cancel")}</button>
      ${lacking ? html`<span class="quiet">${t("reason.needed")}</span>` : null}</div>
  </form></${Dialog}>`;
}
