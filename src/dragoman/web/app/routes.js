/** Which page a path is. */
import { About } from "../pages/about.js";
import { Actor, Actors } from "../pages/actors.js";
import { Chronology } from "../pages/chronology.js";
import { Claim } from "../pages/claim.js";
import { Claims } from "../pages/claims.js";
import { Document } from "../pages/document.js";
import { Documents } from "../pages/documents.js";
import { Event } from "../pages/event.js";
import { Events } from "../pages/events.js";
import { History } from "../pages/history.js";
import { LeftOut } from "../pages/leftout.js";
import { Map } from "../pages/map.js";
import { Nowhere } from "../pages/nowhere.js";
import { Overview } from "../pages/overview.js";
import { Place } from "../pages/place.js";
import { Places } from "../pages/places.js";
import { Review } from "../pages/review.js";
import { Source } from "../pages/source.js";
import { Sources } from "../pages/sources.js";
import { Tolls } from "../pages/tolls.js";

const LISTS = { "": Overview, events: Events, claims: Claims, documents: Documents, places: Places, actors: Actors,
  sources: Sources, map: Map, tolls: Tolls, chronology: Chronology, review: Review, history: History,
  "left-out": LeftOut, about: About };
const RECORDS = { events: Event, claims: Claim, documents: Document, places: Place, actors: Actor, sources: Source };

/** The page for a path: `{page, props, key}`; the key tells whether two paths are the same page. */
export function pageOf(path) {
  const [first, ...rest] = path.slice(1).split("/");
  if (!rest.length) return found(LISTS[first], {}, path);
  return found(RECORDS[first], { id: decoded(rest.join("/")) }, path);
}

function found(page, props, path) {
  return page ? { page, props, key: path } : { page: Nowhere, props: {}, key: path };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
