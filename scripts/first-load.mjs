// Says what the first load of the app weighs, compressed, and fails above a budget.
// Usage: node scripts/first-load.mjs FOLDER BYTES
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, budget] = [process.argv[2], Number(process.argv[3])];
const page = readFileSync(join(folder, "index.html"), "utf8");
// The staff's part is an app of its own. Fonts other than these two are fetched only when a page needs their letters.
const first = (name) =>
  !name.startsWith("staff/") &&
  (  /\.(wasm|js|css|svg)$/.test(name) ? page.includes(name.split("/").pop()) || name.includes("icons") : /(atkinson-next|literata)-latin\.woff2$/.test(name));
const files = (at) =>
  readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
let total = 0;
let requests = 0;
for (const path of [join(folder, "index.html"), ...files(folder).filter((path) => first(path.slice(folder.length + 1)))]) {
  const bytes = readFileSync(path);
  const size = path.endsWith(".woff2")
    ? bytes.length
    : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  console.log(`${String(size).padStart(9)}  ${path}`);
  total += size;
  requests += 1;
}
console.log(`${String(total).padStart(9)}  in all, of at most ${budget}; ${requests} requests, of at most 12`);
if (total > budget || requests > 12) process.exit(1);
