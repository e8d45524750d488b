/** Fetching pages' JSON: a small cache, one running request per page, errors as values. */
import { useCallback, useEffect, useLayoutEffect, useState } from "../vendor/preact.js";

const KEPT = 60;
const cache = new Map();
const listeners = new Set();
const begun = new Map();

/** A failed request: `status` 0 where the server was not reached. */
export class Failure extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The JSON at `path`. @throws {Failure} */
export async function fetchJson(path, signal) {
  const response = await reach(path, { signal, headers: { Accept: "application/json" } });
  const body = await bodyOf(response);
  if (!response.ok) throw new Failure(response.status, body?.error ?? response.statusText);
  return body;
}

/** Fetches, with a Failure of status 0 where nobody answers. */
export async function reach(path, options) {
  try {
    return await fetch(path, { credentials: "same-origin", ...options });
  } catch (problem) {
    if (problem.name === "AbortError") throw problem;
    throw new Failure(0, String(problem.message ?? problem));
  }
}

/** The JSON of a response, or null if it holds none. */
export async function bodyOf(response) {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** Everything fetched may be out of date: pages that are open ask anew. */
export function forget() {
  cache.clear();
  for (const listener of listeners) listener();
}

/** Asks for a page's data before the page is drawn: the first one waits for its words meanwhile. */
export function prefetch(path) {
  const answer = fetchJson(path);
  answer.catch(() => {}); // whoever takes it up says what went wrong
  begun.set(path, answer);
}

/**
 * The data of `path` as `{data, error, loading, again}`; asks anew when the path changes or after `forget`.
 * The old data stay until the new are there, so that a page never flickers; `loading` says that they are on the way.
 */
export function useData(path) {
  const [state, setState] = useState({ path: null, data: null, error: null, loading: true });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((now) => now + 1), []);
  useEffect(() => listen(again), []);
  useLayoutEffect(() => load(path, setState), [path, round]); // the server works while this is painted
  const mine = state.path !== null && samePage(state.path, path);
  return { data: mine ? state.data : null, error: mine ? state.error : null, loading: state.loading || state.path !== path, again };
}

function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function samePage(a, b) {
  return a.split("?")[0] === b?.split("?")[0];
}

function load(path, setState) {
  if (!path) return undefined;
  if (cache.has(path)) {
    setState({ path, data: cache.get(path), error: null, loading: false });
    return undefined;
  }
  setState((now) => ({ ...now, loading: true }));
  const request = new AbortController();
  const early = begun.get(path);
  begun.delete(path);
  (early ?? fetchJson(path, request.signal)).then(
    (data) => !request.signal.aborted && setState({ path, data: keep(path, data), error: null, loading: false }),
    (error) => {
      if (!request.signal.aborted) setState((now) => ({ path, data: now.path && samePage(now.path, path) ? now.data : null, error, loading: false }));
    },
  );
  return () => request.abort();
}

function keep(path, data) {
  cache.delete(path);
  cache.set(path, data);
  if (cache.size > KEPT) cache.delete(cache.keys().next().value);
  return data;
}
