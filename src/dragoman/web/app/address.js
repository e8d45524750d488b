/** The whole state of the screen as a path and a query; pure, so that it can be tested without a browser. */

/** A page as the address bar says it: `{path, params: {name: [values]}}`. */
export function parse(path, search) {
  const params = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (value !== "") (params[name] ??= []).push(value);
  }
  return { path: path.replace(/\/+$/, "") || "/", params };
}

/** The query text of `params`, names in order, so that one state has one address; "" where there is nothing. */
export function query(params) {
  const search = new URLSearchParams();
  for (const name of Object.keys(params).sort()) {
    for (const value of params[name]) search.append(name, value);
  }
  const text = search.toString();
  return text && `?${text}`;
}

/** The address as one text for links and history. */
export function href({ path, params }) {
  return path + query(params);
}

/** The first value of a parameter, or `otherwise`. */
export function one(address, name, otherwise = "") {
  return address.params[name]?.[0] ?? otherwise;
}

/**
 * The address with some parameters set anew (a text, a list, or null to take it away).
 * Any change but of the page itself and of what is not the question (map day, queue item) starts at page 1.
 */
export function changed(address, changes) {
  const params = { ...address.params };
  if (Object.keys(changes).some((name) => !KEEPS_PAGE.has(name))) delete params.page;
  for (const [name, value] of Object.entries(changes)) {
    const values = [value].flat().filter((each) => each !== null && each !== undefined && each !== "");
    if (values.length) params[name] = values.map(String);
    else delete params[name];
  }
  return { path: address.path, params };
}

/** The address with one value of a repeated parameter put in, or taken out if it was there. */
export function toggled(address, name, value) {
  const now = address.params[name] ?? [];
  const next = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  return changed(address, { [name]: next });
}

/** What the page asks the server: the address's path with `ending`, its query without what only the screen needs. */
export function dataPath(address, language, ending = ".json") {
  const params = { ...address.params, lang: [language] };
  for (const name of SCREEN_ONLY) delete params[name];
  return (address.path === "/" ? "/index" : address.path) + ending + query(params);
}

/** The path of one record's page; ids may be any text, slashes and all. */
export function recordPath(page, id) {
  return `/${page}/${encodeURIComponent(id)}`;
}

const SCREEN_ONLY = ["item", "day", "at"];
const KEEPS_PAGE = new Set(["page", "lang", ...SCREEN_ONLY]);
