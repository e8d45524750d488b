/** Which part of the world a map opens on: where the reports are about, not where one of them mentions a capital. */

import { isRough } from "./clusters.js";

const SHARE = 0.9;
const MARGIN = 0.15; // degrees around a single spot

/**
 * The bounds [[south, west], [north, east]] of the points nearest to the middle that have nine tenths of the events, and of
 * those not far around them; null where there is nothing. With `whole` of all points.
 */
export function extent(points, holds, whole = false) {
  const spots = weighted(points, holds);
  if (spots.length === 0) return null;
  const middle = { lat: median(spots, "lat"), lon: median(spots, "lon") };
  const near = [...spots].sort((a, b) => distance(a, middle) - distance(b, middle));
  return bounds(whole ? near : around(kept(near), near));
}

function weighted(points, holds) {
  const located = (one) => one.lat !== null && one.lat !== undefined;
  const exact = points.filter((point) => located(point) && !isRough(point));
  const chosen = exact.length ? exact : points.filter(located);
  const held = holds.filter(located).map(({ lat, lon }) => ({ lat, lon, weight: 1 }));
  return [...chosen.map(({ lat, lon, events }) => ({ lat, lon, weight: events.length })), ...held];
}

function kept(near) {
  const all = near.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  return near.filter(({ weight }) => {
    const inside = sum < all * SHARE;
    sum += weight;
    return inside;
  });
}

/** All spots that lie in the bounds of some, or beyond them by no more than half their span. */
function around(some, spots) {
  const [[south, west], [north, east]] = bounds(some);
  const [high, wide] = [(north - south) / 2, (east - west) / 2];
  return spots.filter(({ lat, lon }) => lat >= south - high && lat <= north + high && lon >= west - wide && lon <= east + wide);
}

function median(spots, axis) {
  const sorted = [...spots].sort((a, b) => a[axis] - b[axis]);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  return sorted.find(({ weight }) => (sum += weight) >= half)[axis];
}

function distance(a, b) {
  return Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((b.lat * Math.PI) / 180));
}

function bounds(spots) {
  const [lats, lons] = [spots.map(({ lat }) => lat), spots.map(({ lon }) => lon)];
  return [[Math.min(...lats) - MARGIN, Math.min(...lons) - MARGIN], [Math.max(...lats) + MARGIN, Math.max(...lons) + MARGIN]];
}
