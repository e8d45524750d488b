/** What the server is doing: a build that runs, decisions that wait to be worked in. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { useApp } from "./context.js";
import { fetchJson, forget } from "./data.js";
import { useSend } from "./send.js";

const RUNNING_MS = 2_000;
const IDLE_MS = 15_000;

/** The server's progress, asked every two seconds while something runs and now and then else; `[status, ask]`. */
export function useProgress() {
  const [status, setStatus] = useState(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let timer = null;
    const request = new AbortController();
    const ask = async () => {
      const next = await fetchJson("/progress.json", request.signal).catch(() => null);
      if (request.signal.aborted) return;
      if (next) setStatus((now) => settled(now, next));
      timer = setTimeout(ask, next?.running ? RUNNING_MS : IDLE_MS);
    };
    ask();
    return () => {
      request.abort();
      clearTimeout(timer);
    };
  }, [round]);
  return [status, () => setRound((now) => now + 1)];
}

/** Takes the next status; what was fetched before a run ended is out of date. */
function settled(now, next) {
  if (now?.running && !next.running) setTimeout(forget, 0);
  return next;
}

/** The line of a running build, with how far it is. */
export function Running({ running }) {
  const { t } = useApp();
  const { step, done, total } = running;
  return html`<div class="banner banner-running" role="status">
    <span>${t("run.say", { step: t.or(`run.steps.${step}`, step) })}</span>
    ${total ? html`<progress max=${total} value=${done} aria-label=${t("run.label")}></progress>
      <span class="number">${done} / ${total}</span>` : html`<progress aria-label=${t("run.label")}></progress>`}
  </div>`;
}

/** Decisions that the events do not show yet, and the button that works them in. */
export function Pending({ pending, ask }) {
  const { t, readOnly, user } = useApp();
  const { send, busy, error } = useSend();
  return html`<div class="banner banner-pending" role="status">
    <span>${t("pending.say", { n: pending })}</span>
    ${readOnly ? null : html`<button type="button" class="button small" disabled=${busy} onClick=${() => send("/relate", { user }, ask)}>
      ${t("pending.work")}</button>`}
    ${error ? html`<span class="problem">${error.message}</span>` : null}
  </div>`;
}
