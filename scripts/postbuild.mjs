// After trunk's build: moves its inline loader into a file of its own, since the server's content security
// policy allows no inline script, and compresses every file once, so that the server need not.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const folder = process.env.TRUNK_STAGING_DIR;
const index = join(folder, "index.html");
let page = readFileSync(index, "utf8");
const base = process.env.TRUNK_PUBLIC_URL;
const inline = /<script type="?module"?[^>]*>([\s\S]*?)<\/script>/;
if (!inline.test(page)) throw new Error("trunk's loader is not where it was: no script of type module");
page = page.replace(inline, (_, loader) => {
  const hash = createHash("sha256").update(loader).digest("hex").slice(0, 16);
  writeFileSync(join(folder, `loader-${hash}.js`), loader);
  return `<script type="module" src="${base}loader-${hash}.js"></script>`;
});
writeFileSync(index, page);

const files = (at) =>
  readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
for (const path of files(folder)) {
  if (!/\.(html|js|css|svg|wasm|txt)$/.test(path)) continue;
  writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
