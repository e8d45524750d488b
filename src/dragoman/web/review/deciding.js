/** Making a decision: whose, about what, and what happened to it on the way. */
import { html, useState } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Problem } from "../app/frame.js";
import { seenIn, useSend } from "../app/send.js";
import { JudgementLine } from "./judgements.js";

/**
 * `{decide, undo, busy, outcome, last}`.
 * `decide({kind, subject, object, verdict, value, reason}, judgements, done)` sends one decision; `judgements` is what
 * this screen has seen of the record. `undo(judgement, done)` takes one back. `outcome` is what to show: a missing
 * name, an error, another's decision. `last` is the judgement made last.
 */
export function useDeciding() {
  const { t, user, announce, ask } = useApp();
  const sending = useSend();
  const [nameless, setNameless] = useState(false);
  const [last, setLast] = useState(null);
  const named = () => {
    setNameless(!user.trim());
    if (!user.trim()) document.getElementById("reviewer")?.focus();
    return Boolean(user.trim());
  };
  const finish = (said, done) => (answer) => {
    setLast(answer?.judgement ?? null);
    announce(said);
    ask();
    done?.(answer);
  };
  const decide = (decision, judgements, done) => {
    if (!named()) return;
    const body = { object: null, value: null, reason: "", ...decision, user: user.trim(), seen: seenIn(judgements) };
    sending.send("/decisions", body, finish(t("decided.say", { verdict: verdictName(t, decision) }), done));
  };
  const undo = (judgement, done) => {
    if (!named()) return;
    sending.send(`/decisions/${judgement.id}/undo`, { user: user.trim(), reason: "" }, finish(t("decided.undone"), (answer) => {
      setLast(null);
      done?.(answer);
    }));
  };
  return { decide, undo, busy: sending.busy, last, outcome: html`<${Outcome} sending=${sending} nameless=${nameless && !user.trim()} />` };
}

/** The last decision of a person that still stands, or null; pure. */
export function latestOf(judgements, user) {
  return (judgements ?? []).filter((each) => each.standing && each.verdict !== "undone" && each.user === user.trim()).at(-1) ?? null;
}

/** A verdict in the reader's language. */
export function verdictName(t, { kind, verdict }) {
  return kind === "grade" ? t.or(`grades.${verdict}`, verdict) : t.or(`verdicts.${verdict}`, verdict);
}

/** What stands between a decision and its being kept. */
export function Outcome({ sending, nameless }) {
  const { t } = useApp();
  if (nameless) return html`<p class="problem" role="alert">${t("reviewer.needed")}</p>`;
  if (sending.error) return html`<${Problem} error=${sending.error} />`;
  if (sending.conflict) return html`<${Conflict} sending=${sending} />`;
  return null;
}

function Conflict({ sending }) {
  const { t } = useApp();
  const { judgements, body } = sending.conflict;
  const theirs = judgements.filter(({ id, user }) => id > (body.seen ?? 0) && user !== body.user);
  return html`<div class="conflict" role="alert">
    <p><strong>${t("conflict.say")}</strong></p>
    <ul class="judgements">${theirs.map((each) => html`<${JudgementLine} key=${each.id} judgement=${each} />`)}</ul>
    <div class="buttons">
      <button type="button" class="button" disabled=${sending.busy} onClick=${sending.anyway}>${t("conflict.anyway")}</button>
      <button type="button" class="button primary" onClick=${sending.leave}>${t("conflict.leave")}</button>
    </div></div>`;
}
