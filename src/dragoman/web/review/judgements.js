/** What people decided: who, when, what and why, and a way to take it back. */
import { html } from "../vendor/preact.js";
import { recordPath } from "../app/address.js";
import { useApp } from "../app/context.js";
import { verdictName } from "./deciding.js";

/** The history of a record; `undo(judgement)` is offered for what stands. */
export function Judgements({ judgements, undo, linked = false }) {
  const { t } = useApp();
  if (!judgements?.length) return html`<p class="quiet">${t("history.none")}</p>`;
  return html`<ul class="judgements">${judgements.map((each) => html`<${JudgementLine} key=${each.id} judgement=${each} undo=${undo} linked=${linked} />`)}</ul>`;
}

/** One decision in a line. */
export function JudgementLine({ judgement, undo, linked }) {
  const { t, readOnly } = useApp();
  const { user, time, reason, standing } = judgement;
  const can = undo && standing && judgement.verdict !== "undone" && !readOnly;
  return html`<li class=${standing ? "judgement" : "judgement fallen"}>
    <time datetime=${time}>${shortTime(time)}</time>${" "}<bdi class="told user">${user}</bdi>${" "}<span>${t.or(`kinds_of_decision.${judgement.kind}`, judgement.kind)}: <strong>${verdictName(t, judgement)}</strong></span>
    ${" "}<${Matter} judgement=${judgement} linked=${linked} />
    ${reason ? html` <q class="told" dir="auto">${reason}</q>` : null}
    ${standing ? null : html` <em>${t("history.fallen")}</em>`}
    ${can ? html` <button type="button" class="button small" onClick=${() => undo(judgement)}>${t("history.undo")}</button>` : null}
  </li>`;
}

/** A time of the ledger, to the minute, without a zone's letters. */
export function shortTime(time) {
  return (time ?? "").slice(0, 16).replace("T", " ");
}

function Matter({ judgement, linked }) {
  const { t } = useApp();
  const { kind, subject, object, value } = judgement;
  const what = kind === "slot" ? t.or(`fields.${object}`, t.or(`slot.${object}`, object)) : null;
  return html`${linked ? html`<${Subject} id=${subject} merge=${kind === "merge" ? value?.what : null} />` : null}
    ${what ? html`<span>${what}${value === null || value === undefined ? null : html` → <bdi class="told">${short(value)}</bdi>`}</span>` : null}
    ${linked && object && !what ? html` – <${Subject} id=${object} merge=${kind === "merge" ? value?.what : null} />` : null}`;
}

function Subject({ id, merge }) {
  const page = merge ? { actor: "actors", place: "places" }[merge] : { c: "claims", e: "events", d: "documents" }[id?.[0]];
  const known = page && (merge || /^[ced]_[0-9a-f]+$/.test(id));
  return known ? html`<a href=${recordPath(page, id)}><bdi class="told">${id}</bdi></a>` : html`<bdi class="told">${id}</bdi>`;
}

/** A slot's value in few words. */
export function short(value) {
  if (Array.isArray(value)) return value.map(short).join(", ") || "–";
  if (value === null || typeof value !== "object") return String(value);
  if ("precision" in value && "basis" in value) return [value.start, value.end].map((each) => each ?? "…").join(" – ");
  if ("what" in value && "low" in value) return `${value.low}${value.high === value.low ? "" : `–${value.high ?? "…"}`} ${value.what}`;
  return value.name ?? value.text ?? JSON.stringify(value);
}
