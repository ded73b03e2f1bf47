// Makes the outline of the map (frontend/assets/outline.svg) from open data, and prints the label points of regions.
//
//   node scripts/outline.mjs uk_regions.topojson outline_natural_earth_10m.geojson > frontend/assets/outline.svg
//
// The first file holds the nine regions of England, Wales, Scotland and Northern Ireland as TopoJSON, whose borders
// are shared, so that no gap opens when they are simplified (martinjc/UK-GeoJSON, Open Government Licence v3). The
// second holds countries of Natural Earth 1:10m (public domain), of which Ireland and the islands are drawn around.
//
// Projection: equirectangular, with the parallel of 54.5 degrees true to scale. A unit is a hundredth of a degree of
// latitude; the origin is 8.75 W, 61 N. The app (frontend/src/components/map/view.rs) reckons the same way.
import { readFileSync } from "node:fs";

const [regionsPath, countriesPath] = process.argv.slice(2);
if (!regionsPath || !countriesPath) {
  console.error("usage: node scripts/outline.mjs REGIONS.topojson COUNTRIES.geojson > frontend/assets/outline.svg");
  process.exit(2);
}
const NARROWING = Math.cos((54.5 * Math.PI) / 180);
const project = ([longitude, latitude]) => [(longitude + 8.75) * 100 * NARROWING, (61 - latitude) * 100];
// Triangles of less area than this, in square units, are left out of lines (Visvalingam and Whyatt, 1993).
const DETAIL = 0.12;
// Islands of less area than this, in square units, are left out.
const ISLAND = 0.5;

const area = (a, b, c) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

function simplified(points) {
  const kept = points.slice();
  for (;;) {
    let least = DETAIL;
    let place = 0;
    for (let at = 1; at + 1 < kept.length; at += 1) {
      const found = area(kept[at - 1], kept[at], kept[at + 1]);
      if (found < least) [least, place] = [found, at];
    }
    // A ring keeps four points, or nothing would be left of it.
    if (place === 0 || kept.length <= 4) return kept;
    kept.splice(place, 1);
  }
}

const size = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
const drawn = (ring) => {
  const points = ring.map((point) => point.map((number) => Math.round(number * 10) / 10));
  const first = ring[0].join() === ring.at(-1).join() ? points.slice(0, -1) : points;
  let [x, y] = first[0];
  let path = `M${x} ${y}l`;
  for (const [nextX, nextY] of first.slice(1)) {
    const step = (to, from) => String(Math.round((to - from) * 10) / 10).replace(/^(-?)0\./, "$1.");
    path += `${step(nextX, x)} ${step(nextY, y)} `;
    [x, y] = [nextX, nextY];
  }
  return `${path.trim().replaceAll(" -", "-")}z`;
};

const topology = JSON.parse(readFileSync(regionsPath, "utf8"));
const { scale, translate } = topology.transform;
const arcs = topology.arcs.map((arc) => {
  let [x, y] = [0, 0];
  const points = arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return project([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  });
  return simplified(points);
});
const ringOf = (indices) =>
  indices.flatMap((index, at) => {
    const points = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
    return at === 0 ? points : points.slice(1);
  });

// The point of a region that is farthest from its border, on a grid of two units: where its label may stand.
function label(ring) {
  const inside = ([x, y]) => {
    let is = false;
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [[ax, ay], [bx, by]] = [ring[at], ring[before]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) is = !is;
    }
    return is;
  };
  const distance = ([x, y]) => Math.min(...ring.map(([a, b]) => Math.hypot(a - x, b - y)));
  let best = [0, [0, 0]];
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  for (let x = Math.min(...xs); x < Math.max(...xs); x += 2) {
    for (let y = Math.min(...ys); y < Math.max(...ys); y += 2) {
      if (inside([x, y]) && distance([x, y]) > best[0]) best = [distance([x, y]), [x, y]];
    }
  }
  const [x, y] = best[1];
  return [61 - y / 100, x / 100 / NARROWING - 8.75];
}

const regions = topology.objects.regions.geometries.map((geometry) => {
  const polygons = (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs).map(([outer]) => ringOf(outer));
  polygons.sort((one, other) => size(other) - size(one));
  const [latitude, longitude] = label(polygons[0]);
  console.error(`${geometry.properties.name}: ${latitude.toFixed(2)}, ${longitude.toFixed(2)}`);
  const path = polygons.filter((ring, at) => at === 0 || size(ring) > ISLAND).map(drawn).join("");
  return `<path id="${geometry.properties.code}" d="${path}" vector-effect="non-scaling-stroke"/>`;
});
const countries = JSON.parse(readFileSync(countriesPath, "utf8")).features
  .filter((feature) => feature.properties.name !== "United Kingdom")
  .flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates))
  .map(([outer]) => simplified(outer.map(project)))
  .filter((ring) => size(ring) > ISLAND)
  .map(drawn);
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg">
<!-- Made by scripts/outline.mjs. Contains Ordnance Survey, Office of National Statistics, National Records Scotland
and LPS Intellectual Property data (c) Crown copyright and database right 2016. Licensed under the Open Government
Licence v3.0. Ireland and the islands around: Natural Earth, public domain. -->
<defs>
<path id="around" d="${countries.join("")}" vector-effect="non-scaling-stroke"/>
<g id="regions">
${regions.join("\n")}
</g>
</defs>
</svg>
`);
