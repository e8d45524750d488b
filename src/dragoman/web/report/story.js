/** What the report draws, as the page has it in memory: every record by its id, and claims with their reports. */

/**
 * The embedded data made ready. Besides the views' own keys there are `claimById`, `eventById` (Maps), `eventOf` (claim id →
 * event id), `anchors` (source id → the anchor of its row), `names` (source id → name) and `voiceOf` for the chain's names.
 */
export function story(data) {
  const claims = data.claims.map((claim) => ({ ...claim, report: data.reports[claim.document] }));
  return {
    ...data,
    claims,
    sources: data.sources.map((source) => ({ ...source, title: titleOf(source, data) })),
    claimById: new Map(claims.map((claim) => [claim.id, claim])),
    eventById: new Map(data.events.map((event) => [event.id, event])),
    eventOf: new Map(data.events.flatMap((event) => event.claims.map((claim) => [claim, event.id]))),
    anchors: new Map(data.sources.map((source, place) => [source.id, `s_${place}`])),
    names: new Map(data.sources.map((source) => [source.id, source.name])),
  };
}

/** An outlet that no report names is known by the title of the report that it printed; null for all others. */
function titleOf({ id }, data) {
  return data.reports[id.replace(/^unnamed outlet of /, "")]?.title ?? null;
}

/** The claims of an event in the order of the event. */
export function claimsOf(event, story) {
  return event.claims.map((id) => story.claimById.get(id)).filter(Boolean);
}

/** Addresses inside the page; null for what has no place of its own here. */
export function linker(story) {
  return (kind, id) => {
    if (kind === "event" || kind === "claim") return `#${id}`;
    const anchor = kind === "source" ? story.anchors.get(id) : undefined;
    return anchor ? `#${anchor}` : null;
  };
}

/** Who quotes whom over all claims: `{quoted, by, claims}`, the most frequent first; a party is `{id, name}`. */
export function quotations(story) {
  const pairs = new Map();
  for (const claim of story.claims) {
    const chain = [outlet(claim), ...claim.attribution].map((one) => party(one, story));
    for (let place = 1; place < chain.length; place += 1) count(pairs, chain[place - 1], chain[place]);
  }
  return [...pairs.values()].sort((a, b) => b.claims - a.claims || (key(a) < key(b) ? -1 : 1));
}

function outlet(claim) {
  return { id: null, name: claim.report.outlet ?? `unnamed outlet of ${claim.document}` };
}

function party({ id, name }, story) {
  const known = id ?? name;
  return { id: known, name: story.names.get(known) ?? name };
}

function count(pairs, by, quoted) {
  const pair = `${by.id}\u0000${quoted.id}`;
  const known = pairs.get(pair) ?? { quoted, by, claims: 0 };
  pairs.set(pair, { ...known, claims: known.claims + 1 });
}

function key(pair) {
  return `${pair.quoted.id}\u0000${pair.by.id}`;
}
