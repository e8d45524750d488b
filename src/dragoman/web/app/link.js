/** Where a record's page is. */
import { recordPath } from "./address.js";

const PAGES = { event: "events", claim: "claims", document: "documents", place: "places", actor: "actors", source: "sources" };

/** The address of a record's page, or null for what has none. */
export function link(kind, id) {
  return PAGES[kind] && id ? recordPath(PAGES[kind], id) : null;
}
