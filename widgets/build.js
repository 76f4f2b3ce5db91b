// Builds the editors into workbench/widgets/static, one self-contained module a layout, and what
// makes JupyterLab a place to investigate in into the federated extension beside workbench.notebooks.
//
//   node build.js            write what changed
//   node build.js --check    say what is not as it would be written, and write nothing

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const SOURCE = join(HERE, "src");
const ROOT = join(HERE, "..");
const TEMPLATES = join(ROOT, "notebooks", "templates");
const EDITORS = join(ROOT, "workbench", "widgets", "static");
const LAB = join(
  ROOT,
  ...["workbench", "notebooks", "jupyter", "labextensions", "rca-workbench", "static"],
);

/** What is beside the layouts: the beginning of every editor, and what it fetches when needed. */
const ASSETS = { graphviz: "./src/causes/graphviz.js", loader: "./src/core/loader.js" };
const LICENSED = ["preact", "@hpcc-js/wasm-graphviz"];

const OPTIONS = /** @type {import("esbuild").BuildOptions} */ ({
  bundle: true,
  write: false,
  minify: true,
  charset: "utf8",
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  logLevel: "warning",
  absWorkingDir: HERE,
});

const folders = readdirSync(SOURCE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** Everything that belongs in the folder of the editors, by name. */
async function editors() {
  const files = new Map();
  for (const layout of folders.filter((name) => existsSync(join(SOURCE, name, "index.jsx")))) {
    files.set(`${layout}.js`, await bundle({ entryPoints: [`./src/${layout}/index.jsx`] }));
  }
  for (const [name, entry] of Object.entries(ASSETS)) {
    files.set(`${name}.js`, await bundle({ entryPoints: [entry] }));
  }
  files.set("editor.css", await bundle({ stdin: styles() }));
  files.set("LICENSES.txt", licences());
  return files;
}

/** The one file of JupyterLab's extension; it knows the code cells of every template. */
async function lab() {
  const templates = readdirSync(TEMPLATES).filter((name) => name.endsWith(".ipynb"));
  const cells = templates.sort().map((name) => [name.slice(0, -".ipynb".length), codeCells(name)]);
  const text = await bundle({
    entryPoints: ["./lab/index.js"],
    format: "iife",
    loader: { ".css": "text" },
    define: { TEMPLATES: JSON.stringify(Object.fromEntries(cells)) },
  });
  return new Map([["remoteEntry.js", text]]);
}

function codeCells(name) {
  const { cells } = JSON.parse(readFileSync(join(TEMPLATES, name), "utf8"));
  return cells.filter((cell) => cell.cell_type === "code").map((cell) => cell.source.join(""));
}

async function bundle(options) {
  const result = await build({ ...OPTIONS, ...options });
  return result.outputFiles[0].text;
}

/** One sheet of every folder's styles, that of the core first. */
function styles() {
  const sheets = ["core", ...folders.filter((name) => name !== "core")].flatMap((folder) =>
    readdirSync(join(SOURCE, folder))
      .filter((name) => name.endsWith(".css"))
      .sort()
      .map((name) => `@import "./src/${folder}/${name}";`),
  );
  return { contents: sheets.join("\n"), loader: "css", resolveDir: HERE };
}

function licences() {
  return LICENSED.map((library) => {
    const folder = join(HERE, "node_modules", library);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const named = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const words = named ? `\n${readFileSync(join(folder, named), "utf8").trim()}\n` : "";
    return `${library} ${version} (${license})\n${words}`;
  }).join("\n\n");
}

/** What in a folder is not as it is built: paths with their text, or null for what must go. */
function stale(folder, files) {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const differs = ([name, text]) =>
    !present.includes(name) || readFileSync(join(folder, name), "utf8") !== text;
  return [
    ...[...files].filter(differs),
    ...present.filter((name) => !files.has(name)).map((name) => [name, null]),
  ].map(([name, text]) => [join(folder, name), text]);
}

const found = [...stale(EDITORS, await editors()), ...stale(LAB, await lab())];

if (process.argv.includes("--check")) {
  for (const [path] of found) console.error(`error: ${relative(ROOT, path)} is not as it is built`);
  if (found.length) console.error("hint: run `make widgets` and commit what it writes");
  process.exitCode = found.length ? 1 : 0;
} else {
  for (const [path, text] of found) {
    mkdirSync(dirname(path), { recursive: true });
    if (text === null) rmSync(path);
    else writeFileSync(path, text);
  }
}
