/** Points of a map put together where their markers would lie on each other. */

const ROUGH = new Set(["province", "country"]);
const NUDGE = 6; // pixels between a rough marker and the exact one that it would lie on

/** Whether a place is known so roughly that its point on the map stands for an area. */
export function isRough(point) {
  return ROUGH.has(point.precision);
}

/**
 * Clusters `{x, y, lat, lon, points, events, grades, rough}` of points, the largest first.
 *
 * `project(point)` gives pixels {x, y}; points nearer than `near` pixels to a larger one join it, so that one spot has one
 * marker. Rough and exact points never join each other. An event that has several of the places is counted once.
 * `gradeOf(id)` gives the grade of an event or undefined.
 */
export function clustered(points, project, near, gradeOf = () => undefined) {
  const clusters = [];
  for (const point of [...points].sort(byWeight)) {
    const { x, y } = project(point);
    const rough = isRough(point);
    const home = clusters.find((one) => one.rough === rough && Math.hypot(one.x - x, one.y - y) < near);
    if (home) home.points.push(point);
    else clusters.push({ x, y, lat: point.lat, lon: point.lon, rough, points: [point] });
  }
  return clusters.map((one) => counted(one, gradeOf)).sort((a, b) => b.events.length - a.events.length);
}

/** How large a marker of so many events is drawn (radius in pixels): ten times as many make it eight pixels wider each way. */
export function radius(n) {
  return Math.min(27, 9 + 8 * Math.log10(n));
}

/** Rough clusters moved off the exact ones that they would cover or hide under; an area has no exact spot to lose. */
export function apart(clusters) {
  const exact = clusters.filter((one) => !one.rough);
  return clusters.map((one) => (one.rough ? exact.reduce(nudged, one) : one));
}

function nudged(rough, exact) {
  const wanted = radius(rough.events.length) + radius(exact.events.length) + NUDGE;
  const [dx, dy] = [rough.x - exact.x, rough.y - exact.y];
  const distance = Math.hypot(dx, dy);
  if (distance >= wanted) return rough;
  const [ux, uy] = distance < 1 ? [-0.7, -0.7] : [dx / distance, dy / distance];
  return { ...rough, x: exact.x + ux * wanted, y: exact.y + uy * wanted };
}

function counted(cluster, gradeOf) {
  const events = [...new Set(cluster.points.flatMap((point) => point.events))];
  const grades = {};
  for (const id of events) {
    const grade = gradeOf(id);
    if (grade) grades[grade] = (grades[grade] ?? 0) + 1;
  }
  return { ...cluster, events, grades };
}

function byWeight(a, b) {
  return b.events.length - a.events.length || (a.place.id < b.place.id ? -1 : 1);
}
