// Says what the first load of an app weighs, compressed, and fails above a budget.
// Usage: node scripts/first-load.mjs FOLDER BASE BYTES, where BASE is the app's place below FOLDER, such as /staff/
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, base, budget] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const index = join(folder, base, "index.html");
const page = readFileSync(index, "utf8");
const files = (at) =>
  readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
// What the page names, and the icons, which its parts name. Other fonts are fetched only when a page needs their letters.
const isFirst = (path) => {
  const name = path.slice(folder.length);
  return /\.(wasm|js|css|svg|woff2)$/.test(name) && (new RegExp(`[="]${name.replaceAll(".", "\\.")}`).test(page) || name === "/icons.svg");
};
let total = 0;
let requests = 0;
for (const path of [index, ...files(folder).filter(isFirst)]) {
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
