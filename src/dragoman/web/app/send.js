/** Telling the server what a person decided; nothing is shown as done before the server says so. */
import { useCallback, useRef, useState } from "../vendor/preact.js";
import { Failure, bodyOf, forget, reach } from "./data.js";
import { keepReason } from "./recent.js";

/** The greatest judgement number in a history, 0 where it is empty: what this screen has seen of a record; pure. */
export function seenIn(judgements) {
  return (judgements ?? []).reduce((most, each) => Math.max(most, each.id), 0);
}

/** Sends JSON; `{status, body}`. @throws {Failure} for all but success and another's decision (409 with judgements). */
export async function post(path, body) {
  const response = await reach(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await bodyOf(response);
  if (!response.ok && !(response.status === 409 && answer?.judgements)) throw new Failure(response.status, answer?.error ?? response.statusText);
  return { status: response.status, body: answer };
}

/**
 * Sends with what a screen needs to tell about it: `{send, busy, error, conflict, anyway, leave}`.
 * `send(path, body, done)` calls `done(answer)` once the server has it. A conflict (somebody else decided the same
 * record meanwhile) keeps the decision: `anyway` sends it again knowing the other's, `leave` drops it.
 */
export function useSend() {
  const [state, setState] = useState({ busy: false, error: null, conflict: null });
  const running = useRef(false);
  const send = useCallback(async (path, body, done) => {
    if (running.current) return;
    running.current = true;
    setState({ busy: true, error: null, conflict: null });
    try {
      const { status, body: answer } = await post(path, body);
      if (status === 409) {
        setState({ busy: false, error: null, conflict: { path, body, done, judgements: answer.judgements } });
        return;
      }
      keepReason(body.reason ?? "");
      setState({ busy: false, error: null, conflict: null });
      done?.(answer);
      forget();
    } catch (error) {
      setState({ busy: false, error, conflict: null });
    } finally {
      running.current = false;
    }
  }, []);
  const { conflict } = state;
  const anyway = () => send(conflict.path, { ...conflict.body, seen: seenIn(conflict.judgements) }, conflict.done);
  const leave = () => {
    setState({ busy: false, error: null, conflict: null });
    forget();
  };
  return { ...state, send, anyway, leave };
}
