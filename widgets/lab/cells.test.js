import { describe, expect, it } from "vitest";

import { isParameters, partCells } from "./cells.js";

/** @type {Record<string, string>} */
// @ts-expect-error known to the test runner, which puts the files in
const TEMPLATES = import.meta.glob("../../notebooks/templates/*.ipynb", {
  query: "?raw",
  import: "default",
  eager: true,
});
const FILLED = `case_id: str = "C-0001"  # The case, such as C-0001
as_of: int = 0  # 0 for the case as it stands now, or the entry to look back to
record_date: str = ""  # The day to look from, as 2026-09-18, or empty for today`;

describe("the parameters cell", () => {
  it("is known with its values filled in", () => {
    expect(isParameters(FILLED)).toBe(true);
    expect(isParameters(FILLED.replace('""', '"2026-09-18"'))).toBe(true);
    expect(isParameters(FILLED.replace(/ {2}#.*/g, ""))).toBe(true);
  });

  it.each([
    ["code behind a value", FILLED.replace('"C-0001"', '"C-0001"; import os')],
    ["code in a value", FILLED.replace('"C-0001"', 'open("/etc/passwd").read()')],
    ["a further line", `${FILLED}\nimport os`],
    ["a line that goes on", FILLED.replace("int = 0", "int = 0 + len(dir())")],
    ["a line too few", FILLED.split("\n").slice(1).join("\n")],
    ["code behind a carriage return", FILLED.replace("C-0001\n", "C-0001\rimport os\n")],
    ["code behind a form feed", FILLED.replace("C-0001\n", "C-0001\fimport os\n")],
    ["code behind a line separator", FILLED.replace("C-0001\n", "C-0001\u2028!id\n")],
    ["a bracket before the comment", FILLED.replace("  # The case", "[0]  # The case")],
  ])("is not known with %s", (_what, source) => {
    expect(isParameters(source)).toBe(false);
  });
});

describe("parting the cells of a notebook", () => {
  const template = ["import a", "show(a)"];

  it("knows what the template holds, word for word", () => {
    const cells = ["import a", "show(a) ", "show(a)", "  "].map((source) => ({ source }));
    const { known, own } = partCells(cells, template);

    expect(known.map((cell) => cell.source)).toEqual(["import a", "show(a)"]);
    expect(own.map((cell) => cell.source)).toEqual(["show(a) "]);
  });

  it("knows nothing of a template that is not shipped", () => {
    expect(partCells([{ source: FILLED }], undefined)).toEqual({
      known: [],
      own: [{ source: FILLED }],
    });
  });

  it("knows all of each template as it is started", () => {
    for (const text of Object.values(TEMPLATES)) {
      /** @type {string[]} */
      const sources = JSON.parse(text)
        .cells.filter((/** @type {any} */ cell) => cell.cell_type === "code")
        .map((/** @type {any} */ cell) => cell.source.join(""));
      const started = sources.map((source) => ({
        source: source.replace('case_id: str = ""', 'case_id: str = "C-0001"'),
      }));

      expect(partCells(started, sources)).toEqual({ known: started, own: [] });
    }
    expect(Object.keys(TEMPLATES)).toHaveLength(5);
  });
});
