/** Points of a map put together where their markers would lie on each other. */

const ROUGH = new Set(["province", "country"]);
const COVER = 0.85; // markers may touch, and overlap by what is left of this
const RINGS = [1, 2, 3, 4, 5, 6].map((step) => step * 14); // pixels that a rough marker may move
const DIRECTIONS = [...Array(12).keys()].map((step) => ((step * 5) % 12) * (Math.PI / 6) - 2);

/** Whether a place is known so roughly that its point on the map stands for an area. */
export function isRough(point) {
  return ROUGH.has(point.precision);
}

/**
 * Clusters `{x, y, lat, lon, points, events, grades, rough}` of points, the largest first.
 *
 * `project(point)` gives pixels {x, y}; points nearer than `near` pixels to a larger one join it, and so do clusters whose
 * markers would cover each other. Rough and exact points never join. An event that has several of the places counts once.
 * `gradeOf(id)` gives the grade of an event or undefined; then the points' own `grades` ({grade: n}) serve, if they have any.
 */
export function clustered(points, project, near, gradeOf = () => undefined) {
  const spots = [...points].sort(byWeight).map((point) => ({ ...project(point), lat: point.lat, lon: point.lon, rough: isRough(point), points: [point], n: point.events.length }));
  const joined = gathered(spots, () => near);
  const freed = gathered(joined.sort(byEvents), (a, b) => COVER * (radius(a.n) + radius(b.n)));
  return freed.map((one) => counted(one, gradeOf)).sort(byEvents);
}

/** How large a marker of so many events is drawn (radius in pixels): ten times as many make it eleven pixels wider. */
export function radius(n) {
  return Math.min(26, 10 + 5.5 * Math.log10(n));
}

/** Rough clusters moved off the markers that they would cover or hide under; an area has no exact spot to lose. */
export function apart(clusters) {
  const placed = clusters.filter((one) => !one.rough);
  for (const one of clusters) if (one.rough) placed.push(free(one, placed));
  return placed.sort(byEvents);
}

/** The nearest spot around a cluster's own where it touches no other; its own where there is none. */
function free(cluster, others) {
  const touches = ({ x, y }) => others.some((one) => closer(one, { x, y }, radius(one.n) + radius(cluster.n) + 2));
  if (!touches(cluster)) return cluster;
  const tried = RINGS.flatMap((far) => DIRECTIONS.map((turn) => ({ ...cluster, x: cluster.x + far * Math.cos(turn), y: cluster.y + far * Math.sin(turn) })));
  return tried.find((spot) => !touches(spot)) ?? cluster;
}

/** Each joins the first larger one of its kind that is nearer than `limit(larger, it)`; `n` are the events of its points. */
function gathered(spots, limit) {
  const homes = [];
  for (const spot of spots) {
    const home = homes.find((one) => one.rough === spot.rough && closer(one, spot, limit(one, spot)));
    if (home) {
      home.points.push(...spot.points);
      home.n += spot.n;
    } else homes.push({ ...spot, points: [...spot.points] });
  }
  return homes;
}

function closer(a, b, limit) {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  return dx * dx + dy * dy < limit * limit;
}

function byEvents(a, b) {
  return b.n - a.n || (a.points[0].place.id < b.points[0].place.id ? -1 : 1);
}

function counted(cluster, gradeOf) {
  const events = [...new Set(cluster.points.flatMap((point) => point.events))];
  const known = events.map(gradeOf).filter(Boolean).map((grade) => [grade, 1]);
  return { ...cluster, events, n: events.length, grades: summed(known.length ? known : cluster.points.flatMap((point) => Object.entries(point.grades ?? {}))) };
}

function summed(pairs) {
  const sums = {};
  for (const [grade, n] of pairs) sums[grade] = (sums[grade] ?? 0) + n;
  return sums;
}

function byWeight(a, b) {
  return b.events.length - a.events.length || (a.place.id < b.place.id ? -1 : 1);
}
